package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiListener;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Says, once, that an index of a local server takes long: it may be a slow server, or one that has lost it. Nothing is ended
 * for it.
 */
final class SlowBuild implements GsiListener {
    static final Duration LONG = Duration.ofMinutes(5);

    private final Consumer<String> line;
    private final Set<String> told = new HashSet<>();

    SlowBuild(Consumer<String> line) {
        this.line = line;
    }

    /** One whose lines go to the log, which is standard error where nobody configures it. */
    static SlowBuild toLog() {
        return new SlowBuild(line -> System.getLogger("dev.ensuregsis.junit").log(System.Logger.Level.WARNING, line));
    }

    @Override
    public void onEvent(GsiEvent event) {
        if (event instanceof GsiEvent.Waiting waiting && waiting.elapsed().compareTo(LONG) >= 0) {
            var what =
                    waiting.indexName() == null ? waiting.tableName() : waiting.tableName() + "/" + waiting.indexName();
            if (told.add(what)) {
                line.accept("@EnsureGsis has waited " + waiting.elapsed().toMinutes() + " min for " + what + " ("
                        + waiting.phase().words()
                        + ") and goes on waiting. On DynamoDB Local an index that doesn't get ACTIVE in seconds never will:"
                        + " an item has NULL, a boolean, a list, a map or a set for an attribute of its key.");
            }
        }
    }
}
