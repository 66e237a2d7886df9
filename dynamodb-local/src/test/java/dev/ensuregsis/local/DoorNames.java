package dev.ensuregsis.local;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names by which users reach us from Maven and from JUnit: properties and goals of the plugin, the annotation. What
 * stands below the doors doesn't know them: it would tell one user what only another can do.
 */
public final class DoorNames {
    private static final Pattern NAME = Pattern.compile("gsi[.:][A-Za-z]+|EnsureGsis");

    private DoorNames() {}

    /**
     * Those in the texts of a module, which stand in its classes as they are written.
     *
     * @param anyClass one of the module's classes, which lie in a folder
     * @return each with the file that has it
     */
    public static List<String> in(Class<?> anyClass) throws IOException, URISyntaxException {
        var classes = Path.of(
                anyClass.getProtectionDomain().getCodeSource().getLocation().toURI());
        var found = new ArrayList<String>();
        try (var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                NAME.matcher(bytes)
                        .results()
                        .forEach(name -> found.add(classes.relativize(file) + ": " + name.group()));
            }
        }
        return found;
    }
}
