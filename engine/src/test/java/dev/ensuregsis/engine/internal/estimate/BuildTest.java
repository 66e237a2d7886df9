package dev.ensuregsis.engine.internal.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.estimate.Basis;
import dev.ensuregsis.engine.estimate.Bound;
import dev.ensuregsis.engine.estimate.BuildProgress;
import dev.ensuregsis.engine.estimate.BuildThrottling;
import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.estimate.IndexEstimate;
import dev.ensuregsis.engine.spi.BuildFigures;
import dev.ensuregsis.engine.spi.BuildFigures.Progress;
import dev.ensuregsis.engine.spi.BuildFigures.Throttling;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told of an index that is building: pure, by minutes since it was asked for. */
class BuildTest {
    private static final IndexId INDEX = new IndexId("bookings", "by-agent");
    private static final Instant BEGAN = Instant.parse("2026-02-01T10:00:00Z");

    @ParameterizedTest(name = "{0} % at {1}, {2} % at {3}, now {4}: {5} left")
    @CsvSource(
            nullValues = "-",
            value = {
                // One figure: the pace since it began.
                "25, 10, -, -, 10, 30",
                "25, 10, -, -, 14, 26",
                // Two: the pace between them.
                "10, 10, 30, 20, 20, 35",
                "10, 10, 30, 20, 25, 30",
                // It has not moved since: by all that is known, since it began.
                "50, 10, 50, 20, 20, 20",
                "0, 5, -, -, 6, -",
                "0, 5, 0, 10, 11, -",
                "100, 20, -, -, 30, 0",
                // A stale figure by which it would be over: any moment.
                "90, 9, -, -, 60, 0",
                // An older or a smaller figure says nothing.
                "50, 20, 10, 10, 20, 20",
                "50, 20, 40, 25, 20, 20"
            })
    void timeLeftIsByThePaceThatWasMeasured(
            double first, long at, @Nullable Double second, @Nullable Long secondAt, long now, @Nullable Long left) {
        var measured = Measured.with(null, new Progress(first, minute(at)));
        if (second != null && secondAt != null) {
            measured = Measured.with(measured, new Progress(second, minute(secondAt)));
        }
        assertThat(measured).isNotNull();

        assertThat(measured.left(BEGAN, minute(now)))
                .isEqualTo(left == null ? null : new DurationRange(Duration.ofMinutes(left), Duration.ofMinutes(left)));
    }

    @Test
    void noFigureChangesNothing() {
        assertThat(Measured.with(null, null)).isNull();
    }

    @ParameterizedTest(name = "after {0} min of 10 to 20")
    @CsvSource(
            nullValues = "-",
            value = {"0, 10, 20", "8, 2, 12", "15, 0, 5", "20, -, -", "30, -, -"})
    void withoutAFigureItIsTheEstimate(long now, @Nullable Long least, @Nullable Long most) {
        assertThat(new Build(BEGAN, expected(10, 20)).progress(minute(now)))
                .isEqualTo(new BuildProgress(
                        null,
                        null,
                        least == null || most == null
                                ? null
                                : new DurationRange(Duration.ofMinutes(least), Duration.ofMinutes(most))));
    }

    @Test
    void aFigureStandsWithTheTimeThatItIsOf() {
        var measured = Measured.with(null, new Progress(50, minute(8)));

        assertThat(new Build(BEGAN, expected(10, 20), measured, null).progress(minute(12)))
                .isEqualTo(new BuildProgress(
                        50.0, minute(8), new DurationRange(Duration.ofMinutes(4), Duration.ofMinutes(4))));
    }

    @Test
    void aFigureWithoutAPaceLeavesTheTimeToTheEstimate() {
        var measured = Measured.with(null, new Progress(0, minute(4)));

        assertThat(new Build(BEGAN, expected(10, 20), measured, null).progress(minute(5)))
                .isEqualTo(new BuildProgress(
                        0.0, minute(4), new DurationRange(Duration.ofMinutes(5), Duration.ofMinutes(15))));
    }

    @Test
    void nothingIsSaidOfWhatNothingIsKnownOf() {
        assertThat(new Build(BEGAN, null).progress(minute(5))).isNull();
    }

    @ParameterizedTest(name = "{0} % at {1}, expected {2}, now {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, 20, 19, false",
                "-, -, 20, 21, true",
                "50, 8, 20, 8, false",
                "10, 8, 20, 8, true",
                "0, 8, 20, 8, false",
                "-, -, -, 29, false",
                "-, -, -, 31, true"
            })
    void slowIsWhatWillTakeLongerThanWasExpected(
            @Nullable Double percent, @Nullable Long at, @Nullable Long expected, long now, boolean slow) {
        var measured = percent == null || at == null ? null : Measured.with(null, new Progress(percent, minute(at)));

        assertThat(new Build(BEGAN, expected == null ? null : expected(5, expected), measured, null)
                        .isSlow(minute(now)))
                .isEqualTo(slow);
    }

    @Test
    void whatThrottlesIsKnownUntilItIsNotThrottled() {
        var throttled = new Build(BEGAN, null).with(new BuildFigures(null, new Throttling(12, 5)));

        assertThat(throttled.progress(minute(5)))
                .isEqualTo(new BuildProgress(null, null, null, new BuildThrottling(5, null)));
        assertThat(throttled.with(new BuildFigures(null, new Throttling(0, 5))).throttling())
                .isNull();
        assertThat(throttled.with(new BuildFigures(null, null)).throttling()).isNull();
    }

    @ParameterizedTest
    @MethodSource
    void aThrottledIndexSaysWhatBoundsIt(BuildThrottling throttling, @Nullable Long helpful, String warning) {
        assertThat(Throttled.warning(INDEX.toString(), throttling)).isEqualTo(warning);
        assertThat(throttling.helpfulUnitsPerSecond())
                .isEqualTo(helpful == null ? OptionalLong.empty() : OptionalLong.of(helpful));
    }

    static Stream<Arguments> aThrottledIndexSaysWhatBoundsIt() {
        return Stream.of(
                Arguments.of(
                        new BuildThrottling(4.9, new Bound(Bound.Kind.INDEX_CAPACITY, 5)),
                        10L,
                        "bookings.by-agent is throttled while it is built (5 write units a second are taken): its write"
                                + " capacity, 5, is used up; 10 would take half the time"),
                Arguments.of(
                        new BuildThrottling(100, new Bound(Bound.Kind.TABLE_CAPACITY, 100)),
                        200L,
                        "bookings.by-agent is throttled while it is built (100 write units a second are taken): its"
                                + " write capacity, the table's 100, is used up; 200 of its own would take half the"
                                + " time"),
                Arguments.of(
                        new BuildThrottling(3_900, new Bound(Bound.Kind.DEFAULT_WARM_THROUGHPUT, 4_000)),
                        8_000L,
                        "bookings.by-agent is throttled while it is built (3,900 write units a second are taken): its"
                                + " warm throughput, 4,000, is used up; DynamoDB doubles it by itself, every 30 minutes"
                                + " at most, or give it 8,000"),
                Arguments.of(
                        new BuildThrottling(1_000, new Bound(Bound.Kind.DEFAULT_WARM_THROUGHPUT, 4_000)),
                        null,
                        "bookings.by-agent is throttled while it is built (1,000 write units a second are taken): its"
                                + " capacity of 4,000 is not used up, so a key that many items share bounds it, which"
                                + " takes 1,000 a second at most; more capacity would not help"),
                Arguments.of(
                        new BuildThrottling(30, null),
                        null,
                        "bookings.by-agent is throttled while it is built (30 write units a second are taken): either"
                                + " its write capacity bounds it, or a key that many items share, which takes 1,000 a"
                                + " second at most"));
    }

    private static Instant minute(long minutes) {
        return BEGAN.plus(Duration.ofMinutes(minutes));
    }

    private static IndexEstimate expected(long least, long most) {
        return new IndexEstimate(
                INDEX,
                new DurationRange(Duration.ofMinutes(least), Duration.ofMinutes(most)),
                new Basis(Basis.Kind.EMPTY_TABLE),
                null,
                null);
    }
}
