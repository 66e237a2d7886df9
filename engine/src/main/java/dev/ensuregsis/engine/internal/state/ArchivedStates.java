package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.Disk;
import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The history that lies in archived state files: what they have, and no more. */
final class ArchivedStates {
    private static final Pattern NAME = Pattern.compile("\\.gsi_creation_state_(\\d{8}_\\d{6})\\.json");

    private final Disk disk;

    ArchivedStates(Disk disk) {
        this.disk = disk;
    }

    /** The last one first. One that can't be read is left out. */
    List<EndedRun> of(Path directory, int most) throws IOException {
        return disk.list(directory).stream()
                .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                .sorted(Comparator.comparing(Path::getFileName).reversed())
                .flatMap(file -> run(file).stream())
                .limit(most)
                .toList();
    }

    private Optional<EndedRun> run(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        try {
            return disk.read(file)
                    .flatMap(json -> DocumentReader.read(json).document())
                    .map(document -> new EndedRun(
                            document.createdAt(),
                            Timestamps.parseInFileName(name.group(1)),
                            null,
                            null,
                            document.summary(),
                            deeds(document, GsiStatus.ACTIVE),
                            deeds(document, GsiStatus.FAILED)));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Which of the ACTIVE ones a run created shows in their times; when one failed isn't recorded. */
    private static List<EndedRun.Deed> deeds(StateDocument document, GsiStatus status) {
        Stream<GsiEntry> entries = document.entries().stream().map(StateDocument.Entry::gsi);
        return entries.filter(entry -> entry.status() == status)
                .filter(entry -> status == GsiStatus.FAILED || entry.creationTime() != null)
                .map(entry -> new EndedRun.Deed(entry.id(), entry.activeTime()))
                .toList();
    }
}
