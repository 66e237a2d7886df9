package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateSummary;
import dev.ensuregsis.engine.spi.Target;
import java.time.Instant;
import java.util.List;

/**
 * A whole state file as a value.
 *
 * @param scriptName who made it
 * @param createdAt when it was made
 * @param updatedAt when it was last written
 * @param target the DynamoDB that it is about
 * @param entries its entries, in order
 * @param unknown fields beside these that another tool put there
 * @param unknownInSummary fields in the summary that another tool put there
 */
record StateDocument(
        String scriptName,
        Instant createdAt,
        Instant updatedAt,
        Target target,
        List<Entry> entries,
        UnknownFields unknown,
        UnknownFields unknownInSummary) {

    /** The version of the format that is read and written. */
    static final String VERSION = "1.0";

    StateDocument {
        entries = List.copyOf(entries);
    }

    /** The document of a file that isn't there yet. */
    static StateDocument fresh(String scriptName, Instant now) {
        return new StateDocument(
                scriptName, now, now, Target.UNKNOWN, List.of(), UnknownFields.NONE, UnknownFields.NONE);
    }

    /** This with other entries. */
    StateDocument with(Instant now, Target about, List<Entry> newEntries) {
        return new StateDocument(scriptName, createdAt, now, about, newEntries, unknown, unknownInSummary);
    }

    /** What others are to know of it. */
    StateContents contents() {
        return new StateContents(
                scriptName,
                createdAt,
                updatedAt,
                target,
                StateContents.byIndex(entries.stream().map(Entry::gsi).toList()));
    }

    StateSummary summary() {
        return StateSummary.of(entries.stream().map(Entry::gsi).toList());
    }

    /**
     * One entry.
     *
     * @param gsi what is recorded
     * @param unknown fields beside these that another tool put there
     */
    record Entry(GsiEntry gsi, UnknownFields unknown) {}
}
