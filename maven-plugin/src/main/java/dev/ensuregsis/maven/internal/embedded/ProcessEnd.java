package dev.ensuregsis.maven.internal.embedded;

import java.lang.System.Logger.Level;

/** A process that is told to end (Ctrl-C, SIGTERM) tells no listener that its session ends. */
final class ProcessEnd {

    private ProcessEnd() {}

    /** Closes something when the process ends, unless what is given back is closed before. */
    static AutoCloseable orEarlier(AutoCloseable open) {
        var hook = new Thread(() -> close(open), "gsi-embedded-server");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> {
            if (removed(hook)) {
                open.close();
            }
        };
    }

    private static boolean removed(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            return false;
        }
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception failure) {
            System.getLogger(ProcessEnd.class.getName()).log(Level.DEBUG, "DynamoDB Local did not close", failure);
        }
    }
}
