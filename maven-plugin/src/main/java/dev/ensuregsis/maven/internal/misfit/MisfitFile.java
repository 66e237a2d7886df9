package dev.ensuregsis.maven.internal.misfit;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ensuregsis.engine.check.CheckJournal;
import dev.ensuregsis.engine.check.Places;
import dev.ensuregsis.engine.definition.MisfitReason;
import dev.ensuregsis.engine.spi.Disk;
import dev.ensuregsis.engine.spi.WholeFile;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The misfits of a check as CSV, and beside it, until all is read, the places from which a killed check goes on. The places
 * name the length that the file had then: what a killed check wrote after that is cut off, and found again. Not
 * thread-safe.
 */
public final class MisfitFile implements CheckJournal, AutoCloseable {
    private static final List<String> HEADER = List.of("table", "index", "key", "reasons");
    private static final String PLACES = ".places";
    private static final String TEMPORARY = ".places.tmp";

    /** Writing places costs at most a twentieth of the time. */
    private static final int TIMES_APART = 20;

    private static final Duration LEAST_APART = Duration.ofSeconds(1);

    private final Path file;
    private final Map<String, Places> reached = new LinkedHashMap<>();
    private OutputStream out = OutputStream.nullOutputStream();
    private long length;
    private long nextSave = System.nanoTime();
    private @Nullable String current;
    private @Nullable Supplier<Places> currentPlaces;
    private boolean finished;

    /** A row may stand there by half, or without its places: nothing is kept of what came after those that are. */
    private boolean broken;

    private MisfitFile(Path file) {
        this.file = file;
    }

    /**
     * Opens it: goes on with one whose check was killed, and begins anew otherwise.
     *
     * @param file where; its folder is made if there is none
     * @return the file
     * @throws RefusedException if what a killed check left can't be gone on with
     * @throws IOException if it can't be written
     */
    public static MisfitFile open(Path file) throws RefusedException, IOException {
        var misfits = new MisfitFile(file.toAbsolutePath().normalize());
        Files.createDirectories(misfits.beside("").getParent());
        if (Files.exists(misfits.beside(PLACES)) && Files.exists(misfits.file)) {
            misfits.goOn();
        } else {
            OwnersFile.create(misfits.file);
            misfits.out = new BufferedOutputStream(new FileOutputStream(misfits.file.toFile()));
            misfits.write(CsvRow.of(HEADER));
        }
        return misfits;
    }

    private void goOn() throws RefusedException, IOException {
        var kept = kept();
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            if (open.length() < kept.fileBytes()) {
                throw new RefusedException(file + " is shorter than a killed check left it. To begin anew, delete "
                        + beside(PLACES) + ".");
            }
            open.setLength(kept.fileBytes());
        }
        length = kept.fileBytes();
        reached.putAll(kept.tables());
        out = new BufferedOutputStream(new FileOutputStream(file.toFile(), true));
    }

    private PlacesJson kept() throws RefusedException, IOException {
        try {
            return PlacesJson.read(Files.readAllBytes(beside(PLACES)));
        } catch (IllegalArgumentException | JsonProcessingException notOurs) {
            throw new RefusedException(
                    beside(PLACES) + " is not what a killed check leaves (" + notOurs.getMessage()
                            + "). To begin anew, delete it.",
                    notOurs);
        }
    }

    /**
     * Whether an earlier check was killed, and this one goes on where it was.
     *
     * @return true if so
     */
    public boolean goesOn() {
        return !reached.isEmpty();
    }

    @Override
    public boolean wantsMisfits() {
        return true;
    }

    @Override
    public Optional<Places> reached(String tableName) {
        return Optional.ofNullable(reached.get(tableName));
    }

    /** Leaves out its rows: each row is a line, and begins with its table. */
    @Override
    public void restarted(String tableName) {
        reached.remove(tableName);
        var rest = beside(TEMPORARY);
        var ofTable = CsvRow.cell(tableName) + ",";
        try {
            out.close();
            OwnersFile.create(rest);
            new WholeFile(file, rest, Disk.LOCAL).write(kept -> copyWithout(ofTable, kept));
            length = Files.size(file);
            out = new BufferedOutputStream(new FileOutputStream(file.toFile(), true));
            save();
        } catch (IOException full) {
            broken = true;
            throw new UncheckedIOException(full);
        }
    }

    private void copyWithout(String beginning, OutputStream kept) throws IOException {
        try (var rows = Files.newBufferedReader(file, StandardCharsets.US_ASCII)) {
            for (var row = rows.readLine(); row != null; row = rows.readLine()) {
                if (!row.startsWith(beginning)) {
                    kept.write((row + "\r\n").getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
    }

    @Override
    public void misfits(List<Misfit> misfits) {
        for (var misfit : misfits) {
            write(CsvRow.of(List.of(
                    misfit.index().tableName(),
                    misfit.index().indexName(),
                    KeyJson.text(misfit.key()),
                    misfit.reasons().stream().map(MisfitReason::told).collect(Collectors.joining(" | ")))));
        }
    }

    private void write(String row) {
        var bytes = row.getBytes(StandardCharsets.US_ASCII);
        try {
            out.write(bytes);
        } catch (IOException full) {
            broken = true;
            throw new UncheckedIOException(full);
        }
        length += bytes.length;
    }

    @Override
    public void reached(String tableName, Supplier<Places> places) {
        if (!tableName.equals(current)) {
            keepCurrent();
        }
        current = tableName;
        currentPlaces = places;
        long now = System.nanoTime();
        if (now - nextSave >= 0) {
            save();
            long took = System.nanoTime() - now;
            nextSave = System.nanoTime() + Math.max(LEAST_APART.toNanos(), took * TIMES_APART);
        }
    }

    private void keepCurrent() {
        if (currentPlaces != null && current != null) {
            reached.put(current, currentPlaces.get());
        }
    }

    /** All is read: there is nothing to go on from. */
    public void finish() throws IOException {
        out.close();
        finished = true;
        Files.deleteIfExists(beside(PLACES));
    }

    /** Keeps what was read, unless it is all. */
    @Override
    public void close() throws IOException {
        if (finished) {
            return;
        }
        try (var closedAfter = out) {
            if (!broken) {
                save();
            }
        } catch (UncheckedIOException notSaved) {
            throw notSaved.getCause();
        }
    }

    private void save() {
        keepCurrent();
        var temporary = beside(TEMPORARY);
        try {
            out.flush();
            Disk.LOCAL.force(file);
            OwnersFile.create(temporary);
            new WholeFile(beside(PLACES), temporary, Disk.LOCAL).write(new PlacesJson(length, reached)::writeTo);
        } catch (IOException full) {
            broken = true;
            throw new UncheckedIOException(full);
        }
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }
}
