package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.check.CheckForecast;
import dev.ensuregsis.engine.check.CheckForecast.TableForecast;
import dev.ensuregsis.engine.check.CheckProgress;
import dev.ensuregsis.engine.check.ReadCost;
import dev.ensuregsis.engine.check.ReadLimit;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands there before a check begins. */
class CheckBoardTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5     | about 5.00 USD in all (list price of us-east-1, 2026-11)
            0.009 | less than 0.01 USD in all (list price of us-east-1, 2026-11)
                  | the region's price isn't known here
            """)
    void whatItCostsOnDemandIsSaidWhereThePriceIsKnown(@Nullable Double amount, String said) {
        assertThat(lines(amount, ReadLimit.Basis.HALF_OF_ON_DEMAND))
                .contains("On demand that is charged by the unit: " + said
                        + "; provisioned tables give it of what they have.");
    }

    @Test
    void anEmulatorCostsNothing() {
        assertThat(lines(5.0, ReadLimit.Basis.EMULATOR)).noneMatch(line -> line.contains("charged"));
    }

    @Test
    void saysHowFarItIsAtItsPace() {
        assertThat(told(Duration.ofSeconds(15), 14, 15, 29, 30)).isEqualTo(2);
    }

    /** Two thousand years are more nanoseconds than a long has. */
    @Test
    void anIntervalMayBeAsLongAsAnybodyLikes() {
        assertThat(told(Duration.ofDays(999_999), 1, 3600)).isZero();
        assertThat(told(Duration.ofSeconds(Long.MAX_VALUE), 1, 3600)).isZero();
    }

    /** How many lines are printed when a check tells after so many seconds each how far it is. */
    private static long told(Duration interval, int... seconds) {
        var lines = new ArrayList<Line>();
        var now = new AtomicLong(Long.MAX_VALUE);
        var board = new CheckBoard(interval, now::get, lines::addAll);
        long begun = now.get();
        for (int second : seconds) {
            now.set(begun + Duration.ofSeconds(second).toNanos());
            board.goesOn(new CheckProgress("bookings", 0, 1, 1, 2, 0.5, 0, null, false));
        }
        return lines.size();
    }

    private static List<String> lines(@Nullable Double amount, ReadLimit.Basis basis) {
        var table = new TableForecast("bookings", 1000, 1000, 40, new ReadLimit(null, basis), false);
        var cost = amount == null ? null : new ReadCost("us-east-1", "2026-11", "USD", amount);
        return CheckBoard.lines(new CheckForecast(Target.UNKNOWN, List.of(table), cost)).stream()
                .map(Line::text)
                .toList();
    }
}
