package dev.ensuregsis.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.check.ReadLimit.Basis;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import dev.ensuregsis.engine.spi.ReadableTable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadLimitTest {

    @ParameterizedTest(name = "provisioned {0}, on demand {1}, given {2}, local {3}")
    @CsvSource({
        "100,  ,      ,    false, 50,   HALF_OF_PROVISIONED",
        "1,    ,      ,    false, 0.5,  HALF_OF_PROVISIONED",
        "100,  ,      7,   false, 7,    GIVEN",
        "100,  ,      7,   true,  7,    GIVEN",
        "100,  ,      ,    true,  ,     EMULATOR",
        ",     24000, ,    false, 12000, HALF_OF_ON_DEMAND",
        ",     ,      ,    false, 6000, HALF_OF_INITIAL"
    })
    void isHalfOfWhatTheTableHasUnlessTheUserSaysMore(
            @Nullable Long provisioned,
            @Nullable Long onDemand,
            @Nullable Integer given,
            boolean local,
            @Nullable Double units,
            Basis basis) {
        var table = new LiveTable(
                "bookings",
                null,
                TableStatus.ACTIVE,
                null,
                Map.of(),
                provisioned == null ? BillingMode.PAY_PER_REQUEST : BillingMode.PROVISIONED,
                provisioned == null ? null : new Throughput(provisioned, 1L),
                List.of(),
                List.of(),
                0,
                0);

        assertThat(ReadLimit.of(new ReadableTable(table, null, onDemand), given, local))
                .isEqualTo(new ReadLimit(units, basis));
    }
}
