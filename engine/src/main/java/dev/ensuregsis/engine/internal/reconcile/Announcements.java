package dev.ensuregsis.engine.internal.reconcile;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was announced and was not answered yet, by table: a change is announced once, however often it has to wait before it
 * leaves. But a deletion says until when it may take effect, which counts from its leaving: one that waited for long is
 * announced anew. On the loop's thread only.
 */
final class Announcements {
    /** How long before a deletion leaves what is recorded of its time may have been written. */
    private static final Duration PUNCTUAL = Duration.ofMinutes(1);

    private final Journal journal;
    private final Map<String, Announced> unanswered = new HashMap<>();

    Announcements(Journal journal) {
        this.journal = journal;
    }

    /** The change to be sent by a decision, announced; empty if it isn't one. */
    Optional<Change> of(TableWork table, Decision decision, Moment now) {
        var announced = Optional.ofNullable(unanswered.remove(table.name()))
                .filter(before -> before.decision().equals(decision) && before.isPunctual(now))
                .or(() -> decision.match(new Announcing(journal, table, now))
                        .map(change -> new Announced(decision, change, now)));
        announced.ifPresent(known -> unanswered.put(table.name(), known));
        return announced.map(Announced::change);
    }

    /** Whether what is announced of a table may leave as it is announced. */
    boolean isPunctual(TableWork table, Moment now) {
        var announced = unanswered.get(table.name());
        return announced == null || announced.isPunctual(now);
    }

    /** It was answered: the next change is another. */
    void areOver(TableWork table) {
        unanswered.remove(table.name());
    }

    private record Announced(Decision decision, Change change, Moment at) {
        /** By either clock: the one stands still while a machine is suspended, the other may be set. */
        boolean isPunctual(Moment now) {
            return change.effect() != Change.Effect.DELETION
                    || (now.since(at).compareTo(PUNCTUAL) < 0
                            && Duration.between(at.wall(), now.wall()).compareTo(PUNCTUAL) < 0);
        }
    }
}
