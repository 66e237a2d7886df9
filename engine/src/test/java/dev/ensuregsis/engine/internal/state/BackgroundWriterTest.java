package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.spi.StateException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BackgroundWriterTest {
    private final SimulatedTime time = new SimulatedTime();
    private final List<Long> begun = new ArrayList<>();
    private long lasts = Duration.ofMillis(2).toNanos();

    private final BackgroundWriter writer = new BackgroundWriter(
            time,
            () -> {
                begun.add(time.nanoTime());
                time.take(Duration.ofNanos(lasts));
            },
            BackgroundWriterTest::notWritten);

    private static StateException notWritten(IOException problem) {
        return new StateException.NotWritten("here", problem);
    }

    @Example
    void writesAtOnceWhenIdle() {
        time.advance(Duration.ofHours(1));

        writer.changed();
        time.advance(Duration.ZERO);

        assertThat(begun).containsExactly(Duration.ofHours(1).toNanos());
    }

    @Example
    void writesNotAgainBeforeThirtyTimesTheLastWrite() {
        writer.changed();
        time.advance(Duration.ZERO);
        writer.changed();
        time.advance(Duration.ofMillis(59));
        assertThat(begun).hasSize(1);

        time.advance(Duration.ofMillis(1));

        assertThat(begun).containsExactly(0L, Duration.ofMillis(62).toNanos());
    }

    @Example
    void writesNothingWhereNothingChanged() throws IOException {
        writer.flush();
        writer.changed();
        writer.flush();
        writer.flush();
        time.advance(Duration.ofDays(1));

        assertThat(begun).hasSize(1);
    }

    @Example
    void aChangeDuringAWriteIsWrittenAfterIt() {
        var saves = new ArrayList<Long>();
        var writers = new BackgroundWriter[1];
        writers[0] = new BackgroundWriter(
                time,
                () -> {
                    saves.add(time.nanoTime());
                    time.take(Duration.ofMillis(1));
                    if (saves.size() == 1) {
                        writers[0].changed();
                    }
                },
                BackgroundWriterTest::notWritten);
        writers[0].changed();
        time.advance(Duration.ofDays(1));

        assertThat(saves).containsExactly(0L, Duration.ofMillis(31).toNanos());
    }

    @Property
    void takesAtMostATwentiethOfTheTimeAndLosesNoChange(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 100) Integer> gapsInMillis,
            @ForAll @IntRange(min = 1, max = 50) int writeMillis)
            throws IOException {
        begun.clear();
        lasts = Duration.ofMillis(writeMillis).toNanos();
        long start = time.nanoTime();
        long lastChange = start;
        for (int gap : gapsInMillis) {
            writer.changed();
            lastChange = time.nanoTime();
            time.advance(Duration.ofMillis(gap));
        }
        writer.flush();

        assertThat(begun.get(begun.size() - 1)).isGreaterThanOrEqualTo(lastChange);
        for (int i = 1; i < begun.size() - 1; i++) {
            assertThat(begun.get(i) - begun.get(i - 1)).isGreaterThanOrEqualTo(31 * lasts);
        }
        long lasted = time.nanoTime() - start;
        if (lasted >= 100 * lasts) {
            assertThat(begun.size() * lasts).isLessThanOrEqualTo(lasted / 20);
        }
    }

    @Example
    void aFailureIsKeptUntilAFlushSucceeds() throws IOException {
        var full = new boolean[] {true};
        var failing = new BackgroundWriter(
                time,
                () -> {
                    if (full[0]) {
                        throw new IOException("No space left on device");
                    }
                },
                BackgroundWriterTest::notWritten);
        failing.check();
        failing.changed();
        time.advance(Duration.ZERO);
        assertThatThrownBy(failing::check).hasMessage("No space left on device");
        assertThatThrownBy(failing::flush).hasMessage("No space left on device");

        full[0] = false;
        failing.flush();

        failing.check();
    }
}
