package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.estimate.Amount;
import dev.ensuregsis.engine.estimate.Basis;
import dev.ensuregsis.engine.estimate.Basis.Kind;
import dev.ensuregsis.engine.estimate.Bound;
import dev.ensuregsis.engine.estimate.BuildWork;
import dev.ensuregsis.engine.estimate.Cost;
import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.estimate.IndexEstimate;
import dev.ensuregsis.engine.estimate.RunEstimate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EstimateTextTest {
    private static final IndexId INDEX = new IndexId("bookings", "by-agent");
    private static final DurationRange MINUTES = new DurationRange(Duration.ofMinutes(5), Duration.ofSeconds(1531));
    private static final BuildWork WORK =
            new BuildWork(new Amount(1_200_000, 2_400_000), new Amount(1L << 30, 3L << 29));

    @ParameterizedTest
    @MethodSource
    void anIndexSaysHowLongAndWhy(IndexEstimate estimate, String expected) {
        assertThat(EstimateText.of(estimate)).isEqualTo(expected);
    }

    static Stream<Arguments> anIndexSaysHowLongAndWhy() {
        return Stream.of(
                Arguments.of(
                        of(MINUTES, new Basis(Kind.EMPTY_TABLE), BuildWork.NONE, null),
                        "5 min to 26 min, as on any empty table"),
                Arguments.of(
                        of(MINUTES, new Basis(Kind.EARLIER_ON_TABLE, 1), WORK, null),
                        "5 min to 26 min, by 1 earlier GSI of the table; 1,200,000 to 2,400,000 write units;"
                                + " 1.0 GiB to 1.5 GiB of storage"),
                Arguments.of(
                        of(MINUTES, new Basis(Kind.EARLIER_ON_SIMILAR_TABLES, 3), BuildWork.NONE, null),
                        "5 min to 26 min, by 3 earlier GSIs of tables as large"),
                Arguments.of(
                        of(
                                MINUTES,
                                new Basis(Kind.SIZE_AND_CAPACITY),
                                BuildWork.NONE,
                                new Bound(Bound.Kind.INDEX_CAPACITY, 5)),
                        "5 min to 26 min, by the table's size, bounded by 5 write units a second, the GSI's write"
                                + " capacity"),
                Arguments.of(
                        of(null, new Basis(Kind.UNKNOWN), null, null),
                        "how long isn't known: the table was not seen yet"),
                Arguments.of(
                        of(null, new Basis(Kind.UNKNOWN), WORK, null),
                        "how long isn't known: nor is the GSI's write capacity, which bounds it; 1,200,000 to 2,400,000"
                                + " write units; 1.0 GiB to 1.5 GiB of storage"));
    }

    @Test
    void theWholeSaysWhatItCostsWhereThatIsKnown() {
        var cost = new Cost("us-east-1", "2026-11", "USD", new Cost.Money(0.75, 1.5), new Cost.Money(0.25, 0.25));
        var index = of(MINUTES, new Basis(Kind.EMPTY_TABLE), WORK, null);

        assertThat(EstimateText.total(new RunEstimate(List.of(index), MINUTES, WORK, cost)))
                .containsExactly(
                        "Expected in all: 5 min to 26 min; 1,200,000 to 2,400,000 write units; 1.0 GiB to 1.5 GiB of"
                                + " storage",
                        "Cost: USD 0.75 to 1.50 for the writes, USD 0.25 a month for the storage (list prices of"
                                + " us-east-1 in 2026-11)");
        assertThat(EstimateText.total(new RunEstimate(List.of(index), MINUTES, WORK, null)))
                .last()
                .isEqualTo("Cost: not known, the prices of this region are not in here");
    }

    @Test
    void whatIsNotKnownIsSaid() {
        var unknown = of(null, new Basis(Kind.UNKNOWN), null, null);

        assertThat(EstimateText.total(new RunEstimate(List.of(unknown), null, BuildWork.NONE, null)))
                .containsExactly("Expected in all: unknown for 1 GSI");
        assertThat(EstimateText.total(new RunEstimate(
                        List.of(unknown, of(MINUTES, new Basis(Kind.EMPTY_TABLE), BuildWork.NONE, null)),
                        MINUTES,
                        BuildWork.NONE,
                        null)))
                .containsExactly("Expected in all: 5 min to 26 min; unknown for 1 GSI");
    }

    @Test
    void nothingToBuildIsNothingToSay() {
        assertThat(EstimateText.opening(
                        new RunEstimate(List.of(), null, BuildWork.NONE, null), IndexLabels.ALONE, true))
                .isEmpty();
        assertThat(EstimateText.opening(null, IndexLabels.ALONE, true)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "14, 22, 14 s to 22 s",
        "0, 1500, up to 25 min",
        "600, 601, 10 min",
        "3600, 7830, 1 h to 2 h 11 min",
        "90000, 262144, 25 h to 3 days"
    })
    void aRangeIsAsCoarseAsItIsKnown(long least, long most, String words) {
        assertThat(EstimateText.range(new DurationRange(Duration.ofSeconds(least), Duration.ofSeconds(most))))
                .isEqualTo(words);
    }

    private static IndexEstimate of(
            @Nullable DurationRange range, Basis basis, @Nullable BuildWork work, @Nullable Bound bound) {
        return new IndexEstimate(INDEX, range, basis, work, bound);
    }
}
