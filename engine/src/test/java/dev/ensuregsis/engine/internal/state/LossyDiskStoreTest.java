package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.internal.state.LossyDisk.Survives;
import dev.ensuregsis.engine.spi.Disk;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a disk that forgets at a crash what was not forced: when a change is said to be durable, it is. */
@SuppressWarnings("FutureReturnValueIgnored") // what is flushed or crashed next is what is looked at
class LossyDiskStoreTest extends StateOfOneTargetContract {
    /** For the lock, which is the operating system's; the state lies on the other disk. */
    @TempDir
    Path directory;

    private final SimulatedTime time = new SimulatedTime();
    private LossyDisk disk;
    private StateStore store;

    @BeforeEach
    void open() {
        disk = LossyDisk.with(directory.toAbsolutePath());
        store = storeOn(disk);
    }

    private StateStore storeOn(Disk which) {
        var rules = new LockRules("contract", true, Duration.ZERO, Duration.ZERO, owner -> {});
        return new FileStateStore("contract", new StateFile(directory, which), rules, () -> time);
    }

    @Override
    protected StateStore store() {
        return store;
    }

    @Test
    void aStageCompletesWithTheWriteThatMakesItDurableAndNotBefore() {
        try (var session = store.open(HERE, false)) {
            session.begin(HERE, List.of(pending(ONE), pending(TWO)));
            var first = session.write(entry(ONE, GsiStatus.IN_PROGRESS)).toCompletableFuture();
            assertThat(first).isNotDone();
            assertThat(afterACrash()).isEmpty();

            time.advance(Duration.ZERO);
            assertThat(first).isCompleted();
            assertThat(afterACrash()).containsExactly(GsiStatus.IN_PROGRESS, GsiStatus.PENDING);

            var second = session.write(entry(TWO, GsiStatus.ACTIVE)).toCompletableFuture();
            assertThat(second).isNotDone();
            assertThat(afterACrash()).containsExactly(GsiStatus.IN_PROGRESS, GsiStatus.PENDING);
            session.flush();
            assertThat(second).isCompleted();
            assertThat(afterACrash()).containsExactly(GsiStatus.IN_PROGRESS, GsiStatus.ACTIVE);
        }
    }

    /** Before each step on the disk: nothing that is said to be durable may be lost there. */
    @Test
    void whereverTheMachineStopsWhatWasSaidToBeDurableIsThere() {
        var durable = new ArrayList<GsiStatus>();
        disk.failOn(step -> {
            var survived = afterACrash();
            if (!durable.isEmpty()) {
                assertThat(survived)
                        .as("before %s, after %s were said to be durable", step, durable)
                        .isNotEmpty();
                assertThat(survived.get(0)).isGreaterThanOrEqualTo(durable.get(durable.size() - 1));
            }
        });
        try (var session = store.open(HERE, false)) {
            for (var status : GsiStatus.values()) {
                session.write(entry(ONE, status)).thenRun(() -> durable.add(status));
                time.advance(Duration.ofSeconds(1));
            }
        }
        assertThat(durable).containsExactly(GsiStatus.values());
    }

    @Test
    void aStageWhoseSavingFailsSaysSoItself() {
        disk.failOn(step -> {
            if (step.startsWith("force ")) {
                throw new IOException("No space left on device");
            }
        });
        var session = store.open(HERE, false);
        var told = new AtomicReference<Throwable>();
        session.write(entry(ONE, GsiStatus.IN_PROGRESS)).whenComplete((saved, problem) -> told.set(problem));
        assertThat(told).hasNullValue();

        time.advance(Duration.ZERO);

        assertThat(told.get())
                .isInstanceOf(StateException.NotWritten.class)
                .hasMessageContaining("No space left on device");
        assertThatThrownBy(() -> session.write(entry(TWO, GsiStatus.IN_PROGRESS)))
                .isInstanceOf(StateException.NotWritten.class);
        assertThatThrownBy(session::close).isInstanceOf(StateException.NotWritten.class);
        disk.failOn(step -> {});
        store.open(HERE, false).close();
    }

    /** What is thrown while it saves, and is no IOException, is told as the others are. */
    @Test
    void soDoesOneThatMeetsAnError() {
        disk.failOn(step -> {
            if (step.startsWith("force ")) {
                throw new NoClassDefFoundError("some/Class");
            }
        });
        var session = store.open(HERE, false);
        var stage = session.write(entry(ONE, GsiStatus.IN_PROGRESS)).toCompletableFuture();

        assertThatThrownBy(session::close).isInstanceOf(NoClassDefFoundError.class);

        assertThat(stage).isCompletedExceptionally();
        assertThatThrownBy(stage::join).hasCauseInstanceOf(StateException.NotWritten.class);
    }

    private List<GsiStatus> afterACrash() {
        var after = storeOn(disk.crash(Survives.NOTHING, new Random(0)));
        return after.read(Target.UNKNOWN).contents().stream()
                .flatMap(contents -> contents.entries().values().stream())
                .map(known -> known.status())
                .toList();
    }
}
