package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.check.CountRange;
import dev.ensuregsis.engine.check.IndexCheck;
import dev.ensuregsis.engine.check.IndexCheck.Whole;
import dev.ensuregsis.engine.check.TableCheck;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.NextStep;
import dev.ensuregsis.engine.event.NextStep.Kind;
import dev.ensuregsis.engine.internal.check.Checking.Again;
import dev.ensuregsis.engine.spi.FailureKind;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.ReadableTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the reading of a table comes to. Pure. */
final class Result {
    private Result() {}

    /** A table that was to be read, and wasn't. */
    static TableCheck of(Assignment assignment, Failure failure) {
        var subject = assignment.subject();
        var parts = assignment.parts();
        var reading = assignment.takenUp() == null
                ? new Reading(subject.fingerprint(), parts)
                : new Reading(assignment.takenUp(), parts);
        return result(subject, reading, subject.notes(), failure);
    }

    /**
     * A table that was read.
     *
     * @param scan how it was
     * @param after what a look showed afterwards; null if the reading failed
     */
    static TableCheck of(TableScan scan, @Nullable Again after) {
        var subject = scan.assignment().subject();
        var notes = new ArrayList<>(subject.notes());
        var failure = scan.failure();
        if (after != null) {
            failure = vanished(subject, after);
            if (after.table() != null) {
                notes.addAll(changes(subject, after.table()));
            }
        }
        return result(subject, scan.reading(), notes, failure);
    }

    private static TableCheck result(Subject subject, Reading reading, List<String> notes, @Nullable Failure failure) {
        return new TableCheck(
                subject.name(),
                true,
                failure == null,
                reading.all().items(),
                reading.all().readUnits(),
                subject.indexes().stream().map(index -> check(index, reading)).toList(),
                notes,
                failure);
    }

    private static IndexCheck check(CheckedIndex index, Reading reading) {
        var name = index.id().indexName();
        return new IndexCheck(
                index.id(),
                index.key(),
                index.defined(),
                index.live(),
                reading.all().of(name),
                reading.parts().seed() == 0 ? null : whole(name, reading));
    }

    private static Whole whole(String name, Reading reading) {
        var parts = new CountRange.Parts(reading.finished(), reading.parts().all());
        long items = reading.closed().items();
        var counts = reading.closed().of(name);
        var squares = reading.squares(name);
        return new Whole(
                CountRange.of(parts, items, counts.indexed(), squares.indexed()),
                CountRange.of(parts, items, counts.sparse(), squares.sparse()),
                CountRange.of(parts, items, counts.misfits(), squares.misfits()));
    }

    /** The table that was read has to be there still. */
    private static @Nullable Failure vanished(Subject subject, Again after) {
        if (after.failure() != null) {
            return after.failure();
        }
        var now = after.table();
        if (now == null) {
            return gone("the table was there when the reading began, and is not there any more");
        }
        return Objects.equals(now.identity(), subject.table().identity())
                ? null
                : gone("the table was deleted while it was read, and another of its name was made");
    }

    private static Failure gone(String message) {
        return new Failure(
                FailureKind.VANISHED,
                "TableReplaced",
                message,
                "The counts are of no table that is there now.",
                false,
                NextStep.of(Kind.ASK_WHO_DELETES_TABLE));
    }

    private static List<String> changes(Subject subject, ReadableTable now) {
        var notes = new ArrayList<String>();
        var before = subject.table().table();
        for (var index : now.table().indexes()) {
            boolean counted = subject.indexes().stream()
                    .anyMatch(one -> one.id().indexName().equals(index.name()));
            if (before.index(index.name()).isEmpty()) {
                notes.add("index " + index.name() + " was added while the table was read: "
                        + (counted ? "the counts hold for it" : "it is not counted; check again to have it counted"));
            }
        }
        before.indexes().stream()
                .map(LiveIndex::name)
                .filter(name -> now.table().index(name).isEmpty())
                .forEach(name -> notes.add("index " + name + " was deleted while the table was read"));
        return notes;
    }
}
