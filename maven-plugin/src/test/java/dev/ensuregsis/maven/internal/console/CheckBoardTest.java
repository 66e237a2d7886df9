package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.check.CheckForecast;
import dev.ensuregsis.engine.check.CheckForecast.TableForecast;
import dev.ensuregsis.engine.check.ReadLimit;
import dev.ensuregsis.engine.spi.Target;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands there before a check begins. */
class CheckBoardTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            us-east-1    | 40000000 | about 5.00 USD in all (list price of us-east-1, 2026-11)
            us-east-1    | 79000    | less than 0.01 USD in all (list price of us-east-1, 2026-11)
            eu-central-1 | 40000000 | the region's price isn't known here
            """)
    void whatItCostsOnDemandIsSaidWhereThePriceIsKnown(String region, double units, String said) {
        assertThat(lines(region, units, ReadLimit.Basis.HALF_OF_ON_DEMAND))
                .contains("On demand that is charged by the unit: " + said
                        + "; provisioned tables give it of what they have.");
    }

    @ParameterizedTest
    @CsvSource({"us-east-1, 40000000"})
    void anEmulatorCostsNothing(String region, double units) {
        assertThat(lines(region, units, ReadLimit.Basis.EMULATOR)).noneMatch(line -> line.contains("charged"));
    }

    private static List<String> lines(String region, double units, ReadLimit.Basis basis) {
        var table = new TableForecast("bookings", 1000, 1000, units, new ReadLimit(null, basis), false);
        return CheckBoard.lines(new CheckForecast(new Target("123456789012", region, null), List.of(table))).stream()
                .map(Line::text)
                .toList();
    }
}
