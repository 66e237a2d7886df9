package dev.ensuregsis.engine.internal.check;

import dev.ensuregsis.engine.check.Places;
import dev.ensuregsis.engine.check.Places.OpenPart;
import dev.ensuregsis.engine.check.Squares;
import dev.ensuregsis.engine.check.Tally;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How far the reading of a table is. On the loop's thread only. */
final class Reading {
    private final String subject;
    private final Parts parts;
    private final int[] order;
    private final Map<Integer, OpenPart> open = new TreeMap<>();
    private final Map<String, Squares> squares = new HashMap<>();
    private int begun;
    private Tally closed = Tally.NONE;
    private Tally all = Tally.NONE;

    /** From the beginning. */
    Reading(String subject, Parts parts) {
        this.subject = subject;
        this.parts = parts;
        this.order = parts.order();
    }

    /** From where an earlier check came to. */
    Reading(Places places, Parts parts) {
        this(places.subject(), parts);
        begun = places.begun();
        open.putAll(places.open());
        squares.putAll(places.squares());
        closed = places.read();
        all = places.all();
    }

    Parts parts() {
        return parts;
    }

    /** The parts that are begun, by their number. */
    Map<Integer, OpenPart> open() {
        return open;
    }

    /** What was read in all. */
    Tally all() {
        return all;
    }

    int segment(int part) {
        return order[part];
    }

    boolean mayBegin() {
        return begun < parts.toRead() && (parts.mostItems() == null || all.items() < parts.mostItems());
    }

    boolean isComplete() {
        return open.isEmpty() && !mayBegin();
    }

    /** Begins the next part. */
    int begin() {
        open.put(begun, new OpenPart(null, Tally.NONE));
        return begun++;
    }

    /** A page of a part has been read; whether the part has more. */
    boolean read(int part, PageTally page) {
        all = all.plus(page.read());
        var before = open.getOrDefault(part, new OpenPart(null, Tally.NONE));
        var now = before.read().plus(page.read());
        if (page.last() != null) {
            open.put(part, new OpenPart(page.last(), now));
            return true;
        }
        open.remove(part);
        closed = closed.plus(now);
        now.indexes()
                .forEach((name, tally) -> squares.put(
                        name, squares.getOrDefault(name, Squares.NONE).plus(tally)));
        return false;
    }

    /** How many parts were read to their end. */
    int finished() {
        return begun - open.size();
    }

    Tally closed() {
        return closed;
    }

    Squares squares(String indexName) {
        return squares.getOrDefault(indexName, Squares.NONE);
    }

    Places places() {
        return new Places(subject, parts.seed(), parts.all(), begun, open, closed, squares, isComplete());
    }
}
