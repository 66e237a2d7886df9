package dev.ensuregsis.local.internal.lag;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The writes that the indexes don't show yet, in order, and when each is due. Not thread-safe. */
final class Backlog {
    private final LongSupplier nanoTime;
    private final long lagNanos;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private boolean held;

    /**
     * An empty one.
     *
     * @param nanoTime the time, as {@link System#nanoTime()} gives it
     * @param lagNanos how long after a write it is due
     */
    Backlog(LongSupplier nanoTime, long lagNanos) {
        this.nanoTime = nanoTime;
        this.lagNanos = lagNanos;
    }

    private record Waiting(ItemImage image, long writtenAt) {}

    void add(ItemImage image) {
        waiting.addLast(new Waiting(image, nanoTime.getAsLong()));
    }

    /** Takes out what is due; nothing while it is held. */
    List<ItemImage> takeDue() {
        if (held || waiting.isEmpty()) {
            return List.of();
        }
        var now = nanoTime.getAsLong();
        return Stream.generate(waiting::peekFirst)
                .takeWhile(first -> first != null && now - first.writtenAt >= lagNanos)
                .map(first -> waiting.removeFirst().image)
                .toList();
    }

    /** Takes out all, due or not, held or not. */
    List<ItemImage> takeAll() {
        var all = waiting.stream().map(Waiting::image).toList();
        waiting.clear();
        return all;
    }

    /** Takes out all of one table. */
    List<ItemImage> takeAll(String table) {
        var ofTable = waiting.stream()
                .map(Waiting::image)
                .filter(image -> image.key().table().equals(table))
                .toList();
        waiting.removeIf(entry -> entry.image.key().table().equals(table));
        return ofTable;
    }

    void hold() {
        held = true;
    }

    void release() {
        held = false;
    }
}
