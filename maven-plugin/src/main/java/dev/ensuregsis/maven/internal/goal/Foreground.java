package dev.ensuregsis.maven.internal.goal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time that a goal stays, until the process is told to end. */
interface Foreground extends AutoCloseable {
    /** What ends a process kills it some ten seconds after it has told it so. */
    Duration LONGEST_END = Duration.ofSeconds(5);

    /** Waits; true as soon as it is over. */
    boolean isOverWithin(Duration wait) throws InterruptedException;

    /** Lets the process end. */
    @Override
    void close();

    /** Until Ctrl-C or SIGTERM; from then until it is closed, the process stays for the goal to end in order. */
    static Foreground ofProcess() {
        var told = new CountDownLatch(1);
        var over = new CountDownLatch(1);
        var hook = new Thread(
                () -> {
                    told.countDown();
                    awaitQuietly(over);
                },
                "gsi-foreground");
        Runtime.getRuntime().addShutdownHook(hook);
        return new Foreground() {
            @Override
            public boolean isOverWithin(Duration wait) throws InterruptedException {
                return told.await(wait.toMillis(), TimeUnit.MILLISECONDS);
            }

            @Override
            public void close() {
                over.countDown();
                if (told.getCount() > 0) {
                    remove(hook);
                }
            }
        };
    }

    private static void awaitQuietly(CountDownLatch over) {
        try {
            if (!over.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) {
                System.getLogger(Foreground.class.getName())
                        .log(System.Logger.Level.WARNING, "the goal did not end in time");
            }
        } catch (InterruptedException goNow) {
            Thread.currentThread().interrupt();
        }
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endingAlready) {
            // The hook sees that it is over.
        }
    }
}
