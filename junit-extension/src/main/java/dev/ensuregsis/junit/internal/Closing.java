package dev.ensuregsis.junit.internal;

import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Closes several things: one that fails keeps none of the others open. */
final class Closing {

    private Closing() {}

    /**
     * Takes one after another and closes it.
     *
     * @param things what is to be closed, the first first; empty afterwards
     * @throws Exception the first failure, which has the later ones with it
     */
    static void all(Queue<? extends AutoCloseable> things) throws Exception {
        @Nullable Throwable first = null;
        for (var thing = things.poll(); thing != null; thing = things.poll()) {
            try {
                thing.close();
            } catch (Exception | Error failure) {
                first = together(first, failure);
            }
        }
        if (first instanceof Error error) {
            throw error;
        }
        if (first != null) {
            throw (Exception) first;
        }
    }

    private static Throwable together(@Nullable Throwable first, Throwable later) {
        if (first == null) {
            return later;
        }
        if (first != later) {
            first.addSuppressed(later);
        }
        return first;
    }
}
