package dev.ensuregsis.maven.internal.goal;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What lies in a folder beside the database that is served: those of single keys and regions, as DynamoDB Local keeps them without -sharedDb. */
final class UnseenDatabases {
    private static final String SERVED = "shared-local-instance.db";

    private UnseenDatabases() {}

    /** The names of the files; none where there is no such folder, or it can't be read. */
    static List<String> in(Path folder) {
        var names = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(folder, "*.db")) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (IOException | DirectoryIteratorException unreadable) {
            return List.of();
        }
        names.remove(SERVED);
        names.sort(null);
        return names;
    }
}
