package dev.ensuregsis.engine.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The sample files. */
final class Samples {
    private static final Place NOWHERE = Place.of("nowhere");

    private Samples() {}

    static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(Samples.class.getResource("/definition-samples/" + name))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The files of a folder, without those in folders below it. */
    static List<Path> files(String folder) {
        try (var files = Files.list(folder(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tables without what tells where they stand. */
    static List<TableDefinition> placeless(Definitions definitions) {
        return definitions.tables().stream()
                .map(table -> new TableDefinition(
                        table.name(), table.attributeTypes(), table.indexes(), table.creation(), NOWHERE))
                .toList();
    }
}
