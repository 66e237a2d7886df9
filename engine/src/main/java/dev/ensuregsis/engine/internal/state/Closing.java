package dev.ensuregsis.engine.internal.state;

import java.util.List;

/** Ends several things, each of them whatever becomes of the others; the first failure is told, with the rest behind it. */
public final class Closing {
    private Closing() {}

    /**
     * Ends them all.
     *
     * @param endings one after another
     */
    public static void all(Runnable... endings) {
        for (int i = 0; i < endings.length; i++) {
            try {
                endings[i].run();
            } catch (RuntimeException | Error first) {
                after(first, List.of(endings).subList(i + 1, endings.length).toArray(Runnable[]::new));
                throw first;
            }
        }
    }

    /**
     * Ends them all after something has failed already, which is to be told.
     *
     * @param first what has failed
     * @param endings one after another
     */
    public static void after(Throwable first, Runnable... endings) {
        for (var ending : endings) {
            try {
                ending.run();
            } catch (RuntimeException | Error further) {
                if (further != first) {
                    first.addSuppressed(further);
                }
            }
        }
    }
}
