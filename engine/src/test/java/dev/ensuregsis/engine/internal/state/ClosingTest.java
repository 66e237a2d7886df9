package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.spi.Disk;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of several things to close one fails: the others are closed all the same, and the first failure is told. */
@SuppressWarnings("FutureReturnValueIgnored") // what is flushed or crashed next is what is looked at
class ClosingTest {
    @TempDir
    Path directory;

    private final List<String> done = new ArrayList<>();

    @Test
    void eachIsEndedAndTheFirstFailureIsToldWithTheOthersBehindIt() {
        assertThatThrownBy(() -> Closing.all(
                        () -> done.add("one"),
                        failing(new IllegalStateException("first")),
                        () -> done.add("three"),
                        failing(new AssertionError("second")),
                        () -> done.add("five")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("first")
                .satisfies(first ->
                        assertThat(first.getSuppressed()).singleElement().isInstanceOf(AssertionError.class));
        assertThat(done).containsExactly("one", "three", "five");
    }

    @Test
    void whatFailedBeforeIsToldAndNotWhatFailsInClosing() {
        var before = new IllegalStateException("before");

        Closing.after(before, failing(new AssertionError("in closing")), () -> done.add("last"));

        assertThat(before.getSuppressed()).hasSize(1);
        assertThat(done).containsExactly("last");
    }

    @Test
    void whatFailsTwiceWithOneFailureIsTold() {
        var failure = new IllegalStateException("the only one");

        assertThatThrownBy(() -> Closing.all(failing(failure), failing(failure), () -> done.add("last")))
                .isSameAs(failure);

        assertThat(done).containsExactly("last");
    }

    @Test
    void aSessionWhoseTimeCantBeEndedSavesAndLetsGo() {
        var time = new FailingTime();
        var store = store(Disk.LOCAL, time);
        var session = store.open(StateStoreContract.HERE, false);
        session.write(StateStoreContract.entry(StateStoreContract.ONE, GsiStatus.IN_PROGRESS));

        assertThatThrownBy(session::close).hasMessage("the time can't be ended");

        assertThat(store.read(StateStoreContract.HERE).contents()).isPresent();
        store(Disk.LOCAL, new SimulatedTime())
                .open(StateStoreContract.HERE, false)
                .close();
    }

    @Test
    void ofTwoFailuresTheFirstIsTold() {
        var disk = LossyDisk.with(directory.toAbsolutePath());
        var session = store(disk, new FailingTime()).open(StateStoreContract.HERE, false);
        session.write(StateStoreContract.entry(StateStoreContract.ONE, GsiStatus.IN_PROGRESS));
        disk.failOn(step -> {
            throw new IOException("No space left on device");
        });

        assertThatThrownBy(session::close)
                .hasMessage("the time can't be ended")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .singleElement()
                        .isInstanceOf(StateException.NotWritten.class));
        store(LossyDisk.with(directory.toAbsolutePath()), new SimulatedTime())
                .open(StateStoreContract.HERE, false)
                .close();
    }

    @Test
    void aStoreThatCantBeOpenedTellsWhyAndLetsGo() {
        var disk = LossyDisk.with(directory.toAbsolutePath());
        disk.failOn(step -> {
            if (step.startsWith("read")) {
                throw new IOException("Input/output error");
            }
        });

        assertThatThrownBy(() -> store(disk, new FailingTime()).open(StateStoreContract.HERE, false))
                .isInstanceOf(StateException.NotRead.class)
                .hasMessageContaining("Input/output error")
                .satisfies(first -> assertThat(first.getSuppressed())
                        .singleElement()
                        .satisfies(further -> assertThat(further).hasMessage("the time can't be ended")));
        store(Disk.LOCAL, new SimulatedTime())
                .open(StateStoreContract.HERE, false)
                .close();
    }

    private FileStateStore store(Disk disk, WriterTime time) {
        var rules = new LockRules("closing", true, Duration.ZERO, Duration.ZERO, owner -> {});
        return new FileStateStore("closing", new StateFile(directory, disk), rules, () -> time);
    }

    private static Runnable failing(Throwable problem) {
        return () -> {
            if (problem instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) problem;
        };
    }

    private static final class FailingTime implements WriterTime {
        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public void schedule(Duration delay, Runnable write) {}

        @Override
        public void close() {
            throw new IllegalStateException("the time can't be ended");
        }
    }
}
