package dev.ensuregsis.engine.internal.reconcile;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which tables may have a change in flight: one index per table, and as many tables as the account takes. The number
 * starts at DynamoDB's own quota and comes down when the account says so; a table that was refused waits for another to
 * finish instead of asking again. Where several wait, the one with most work left goes first, so that the longest row
 * of indexes doesn't start last. Used by the loop's thread only.
 */
final class Admission {
    /** Simultaneous table operations per account. Source: DynamoDB quotas; 250 of them for tables with indexes. */
    static final int QUOTA = 500;

    /**
     * So few changing calls are under way at a time that an account's limit is noticed before many are refused by it.
     */
    static final int UNANSWERED = 4;

    /**
     * Where nobody limits changes, so many calls are on their way at a time: no more than can be sent at once, so that what
     * is announced is sent there and then.
     */
    static final int UNLIMITED_UNANSWERED = 8;

    private final Map<String, Waiting> waiting = new HashMap<>();
    private final TreeSet<Waiting> queue = new TreeSet<>(Comparator.comparing(Waiting::unlimited)
            .thenComparingDouble(Waiting::work)
            .reversed()
            .thenComparingLong(Waiting::order));
    private final Set<String> inFlight = new HashSet<>();
    private final Set<String> unanswered = new HashSet<>();
    private int ceiling = QUOTA;
    private int limit = QUOTA;
    private int acceptedSinceChange;
    private boolean heldBack;
    private boolean refusedBefore;
    private long arrivals;

    /**
     * Puts a table in line.
     *
     * @param table which
     * @param work how much of it is left, against other tables
     * @param unlimited whether nobody limits such changes, as far as is known: they pass at once until one is refused
     */
    void request(String table, double work, boolean unlimited) {
        if (!waiting.containsKey(table)) {
            var entry = new Waiting(table, work, arrivals++, unlimited);
            waiting.put(table, entry);
            queue.add(entry);
        }
    }

    /** Takes the next table that may send its call now; it counts as in flight from here. */
    Optional<String> next() {
        if (queue.isEmpty()) {
            return Optional.empty();
        }
        var first = queue.first();
        if (first.unlimited() && !refusedBefore) {
            return unanswered.size() >= UNLIMITED_UNANSWERED ? Optional.empty() : Optional.of(send(first.table()));
        }
        if (heldBack || inFlight.size() >= limit || unanswered.size() >= UNANSWERED) {
            return Optional.empty();
        }
        inFlight.add(first.table());
        return Optional.of(send(first.table()));
    }

    private String send(String table) {
        withdraw(table);
        unanswered.add(table);
        return table;
    }

    /** The table's call was accepted, or may have been. */
    void answered(String table) {
        if (unanswered.remove(table) && limit < ceiling && ++acceptedSinceChange >= limit) {
            acceptedSinceChange = 0;
            limit++;
        }
    }

    /** The table has nothing in flight any more: its index is done, or its call was refused. */
    void leave(String table) {
        unanswered.remove(table);
        inFlight.remove(table);
        withdraw(table);
    }

    /**
     * The account refused the table because too many are in flight.
     *
     * @param table which
     * @param stated how many the account says there may be; empty if it doesn't say
     * @return whether another table of this run is in flight, whose end will make room
     */
    boolean refused(String table, OptionalInt stated) {
        leave(table);
        refusedBefore = true;
        acceptedSinceChange = 0;
        if (stated.isPresent() && stated.getAsInt() < limit) {
            ceiling = Math.max(1, stated.getAsInt());
            limit = ceiling;
        } else {
            limit = Math.max(1, inFlight.size());
        }
        return !inFlight.isEmpty();
    }

    /** Lets nobody pass for a while, because others use up the account's limit. */
    void holdBack(boolean hold) {
        heldBack = hold;
    }

    private void withdraw(String table) {
        var entry = waiting.remove(table);
        if (entry != null) {
            queue.remove(entry);
        }
    }

    private record Waiting(String table, double work, long order, boolean unlimited) {}
}
