package dev.ensuregsis.maven.internal.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableOptionsTest {

    @Test
    void nothingGivenIsAwsAsTheSdkFindsItAndAllThatIsDefined() {
        var options = TableOptions.read(new OptionReader(Map.of()));

        assertThat(options.connection())
                .isEqualTo(new ConnectionOptions(new Endpoint.OfRegion(), null, null, null, null));
        assertThat(options.state()).isEqualTo(StateChoice.DEFAULT);
        assertThat(options.definitions().files()).isEmpty();
        assertThat(options.definitions().beans()).isEmpty();
    }

    @Test
    void allThatIsBadIsKept() {
        var reader = new OptionReader(Map.of(
                "gsi.endpoint", "localhost:8000",
                "gsi.account", "1234",
                "gsi.beans", "com.acme.Booking",
                "gsi.tableNames", "Table",
                "gsi.parameters", "Stage"));

        TableOptions.read(reader);

        assertThat(reader.faults())
                .hasSize(5)
                .allSatisfy(fault -> assertThat(fault).startsWith("gsi.").contains("but has to be"));
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8000, false, false", "http://localhost:8000, true, true", "embedded, false, true"})
    void anEmbeddedServerIsEmptySoItsTablesAreCreated(String endpoint, String createTables, boolean created) {
        var reader = new OptionReader(Map.of("gsi.endpoint", endpoint, "gsi.createTables", createTables));

        var ensuring = EnsuringOptions.read(reader, ConnectionOptions.read(reader));

        assertThat(ensuring).isEqualTo(new EnsuringOptions(created, false, null));
    }
}
