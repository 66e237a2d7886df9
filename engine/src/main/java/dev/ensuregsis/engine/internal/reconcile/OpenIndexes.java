package dev.ensuregsis.engine.internal.reconcile;

/** How many indexes of a run are open, counted as they change: each wait tells it. On the loop's thread only. */
final class OpenIndexes {
    private int count;

    int count() {
        return count;
    }

    /** One of them was open, or was not, and is now, or is not. */
    void changed(boolean was, boolean is) {
        count += (is ? 1 : 0) - (was ? 1 : 0);
    }
}
