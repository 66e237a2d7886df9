package dev.ensuregsis.engine.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.check.Sample;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartsTest {
    private static final long MB = 1 << 20;

    @ParameterizedTest(name = "{0} MB, {1} pages at a time")
    @CsvSource({"0, 4, 4", "63, 8, 8", "64, 8, 32", "1000000, 1, 4"})
    void aWholeTableIsReadInFewParts(long megabytes, int pages, int parts) {
        assertThat(Parts.of(Sample.ALL, 10, megabytes * MB, pages, 5)).isEqualTo(new Parts(parts, parts, null, 0));
    }

    @ParameterizedTest(name = "{0} of {1} MB")
    @CsvSource({
        "0.1, 0, 300, 30",
        "0.1, 4000, 1000, 100",
        "0.5, 0, 60, 30",
        "0.0001, 0, 100000, 10",
        "0.1, 4000000, 100000, 10000"
    })
    void aShareIsAtLeastThirtyPartsWhereSoManyCanBe(double share, long megabytes, int all, int read) {
        assertThat(Parts.of(new Sample.Share(share), 1000, megabytes * MB, 8, 5))
                .isEqualTo(new Parts(all, read, null, 5));
    }

    @Test
    void aNumberOfItemsEndsByItself() {
        assertThat(Parts.of(new Sample.Items(1000), 100_000, 0, 8, 5)).isEqualTo(new Parts(3000, 3000, 1000L, 5));
        assertThat(Parts.of(new Sample.Items(1000), 0, 0, 8, 5))
                .as("of a table that was never counted")
                .isEqualTo(new Parts(1000, 1000, 1000L, 5));
        assertThat(Parts.of(new Sample.Items(1000), 1000, 0, 8, 5))
                .as("that is all of them")
                .isEqualTo(new Parts(8, 8, null, 0));
    }

    @Test
    void thePartsOfASampleArePickedAtRandomAndTheSameForTheSameSeed() {
        var order = new Parts(1000, 100, null, 7).order();

        assertThat(order).isEqualTo(new Parts(1000, 100, null, 7).order());
        assertThat(order).isNotEqualTo(new Parts(1000, 100, null, 9).order());
        assertThat(Arrays.stream(order).sorted().toArray())
                .isEqualTo(IntStream.range(0, 1000).toArray());
        assertThat(Arrays.stream(order).limit(100).average().orElseThrow()).isBetween(400.0, 600.0);
    }

    @ParameterizedTest
    @CsvSource({"0.25", "0.9"})
    void aCheckThatGoesOnHasTheSameParts(double share) {
        for (var sample : new Sample[] {Sample.ALL, new Sample.Share(share), new Sample.Items(100)}) {
            var begun = Parts.of(sample, 10_000, 10 * MB, 8, 11);

            assertThat(Parts.again(sample, begun.all(), begun.seed())).isEqualTo(begun);
        }
    }

    @ParameterizedTest
    @CsvSource({"1000, 100", "0, 0"})
    void saysHowManyItemsAShareIs(long items, long expected) {
        assertThat(new Parts(300, 30, null, 1).itemsOf(items)).isEqualTo(expected);
        assertThat(new Parts(4, 4, null, 0).itemsOf(items)).isEqualTo(items);
        assertThat(new Parts(300, 300, 50L, 1).itemsOf(items)).isEqualTo(50);
    }
}
