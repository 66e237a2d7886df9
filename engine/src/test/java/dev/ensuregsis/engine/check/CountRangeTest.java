package dev.ensuregsis.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.check.CountRange.Parts;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountRangeTest {

    @Test
    void whatWasReadWholeIsKnown() {
        assertThat(CountRange.of(new Parts(8, 8), 1000, 17, 99)).isEqualTo(new CountRange(17, 17));
    }

    @Test
    void noneInASampleCanBeSomeInTheTable() {
        var range = CountRange.of(new Parts(30, 300), 3000, 0, 0);

        assertThat(range.from()).isZero();
        assertThat(range.to()).as("of 30,000 items").isBetween(10L, 100L);
    }

    @Test
    void isNeverLessThanWasSeenNorMoreThanThereCanBe() {
        assertThat(CountRange.of(new Parts(30, 300), 30, 1, 1).from()).isGreaterThanOrEqualTo(1);
        assertThat(CountRange.of(new Parts(30, 300), 30, 30, 30).to()).isLessThanOrEqualTo(300);
        assertThat(CountRange.of(new Parts(30, 300), 0, 0, 0)).isEqualTo(new CountRange(0, 0));
    }

    /** Of samples of a table whose misfits lie evenly, and of one where they lie in heaps, the count is in nearly all ranges. */
    @ParameterizedTest(name = "misfits in {0} of 1000 parts, {1} each")
    @CsvSource({"1000, 1", "500, 2", "100, 10"})
    void holdsTheCountInNearlyAllSamples(int partsWithMisfits, int each) {
        var random = new SplittableRandom(20);
        int held = 0;
        for (int sample = 0; sample < 500; sample++) {
            long count = 0;
            double squares = 0;
            for (int part = 0; part < 200; part++) {
                long misfits = random.nextInt(1000) < partsWithMisfits ? each : 0;
                count += misfits;
                squares += misfits * misfits;
            }
            var range = CountRange.of(new Parts(200, 1000), 200 * 100, count, squares);
            int truth = partsWithMisfits * each;
            held += range.from() <= truth && truth <= range.to() ? 1 : 0;
            assertThat(range.to() - range.from()).as("it says something").isLessThan(1500);
        }
        assertThat(held).isGreaterThan(440);
    }
}
