package dev.ensuregsis.local;

import java.util.List;

/** Ends several things, each of them whatever becomes of the others; the first failure is told, with the rest behind it. */
final class Closing {
    private Closing() {}

    /** Ends them all, one after another. */
    static void all(List<Runnable> endings) {
        for (int i = 0; i < endings.size(); i++) {
            try {
                endings.get(i).run();
            } catch (RuntimeException | Error first) {
                endings.subList(i + 1, endings.size()).forEach(ending -> after(first, ending::run));
                throw first;
            }
        }
    }

    /** Ends one after something has failed already, which is to be told. */
    static void after(Throwable first, AutoCloseable ending) {
        try {
            ending.close();
        } catch (Exception | Error further) {
            if (further != first) {
                first.addSuppressed(further);
            }
        }
    }
}
