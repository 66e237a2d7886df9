package dev.ensuregsis.maven.internal.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StateChoiceTest {
    private static final ConnectionOptions TABLES =
            new ConnectionOptions(new Endpoint.OfRegion(), "eu-central-1", "deploy", null, "123456789012");

    @Test
    void aFileWhereTheGoalWorksUnlessSomethingIsSaid() {
        assertThat(read(Map.of())).isEqualTo(StateChoice.DEFAULT);
        assertThat(read(Map.of("gsi.state", "file"))).isEqualTo(StateChoice.DEFAULT);
    }

    @Test
    void aTableIsUsedAsTheTablesAreUnlessSomethingElseIsSaid() {
        var table = Objects.requireNonNull(
                read(Map.of("gsi.state", "dynamodb:gsi-state")).table());

        assertThat(table).isEqualTo(new StateTable("gsi-state", false, null, null, null));
        assertThat(table.connection(TABLES))
                .as("whose it is doesn't matter")
                .isEqualTo(new ConnectionOptions(new Endpoint.OfRegion(), "eu-central-1", "deploy", null, null));
    }

    @Test
    void itMayLieInAnotherRegionAndBelongToAnotherAccount() {
        var choice = read(Map.of(
                "gsi.state", "dynamodb:gsi-state",
                "gsi.createStateTable", "true",
                "gsi.stateRegion", "eu-west-1",
                "gsi.stateProfile", "tools",
                "gsi.stateEndpoint", "http://localhost:8000",
                "gsi.lockTimeout", "10m",
                "gsi.importState", "true"));

        assertThat(choice.takesFileIn()).isTrue();
        assertThat(choice.lockTimeout()).isEqualTo(Duration.ofMinutes(10));
        var table = Objects.requireNonNull(choice.table());
        assertThat(table.create()).isTrue();
        assertThat(table.connection(TABLES))
                .isEqualTo(new ConnectionOptions(
                        new Endpoint.At(URI.create("http://localhost:8000")), "eu-west-1", "tools", null, null));
    }

    @Test
    void whatIsNoStateIsRefused() {
        assertThat(faults(Map.of("gsi.state", "dynamodb")))
                .containsExactly(
                        "gsi.state is \"dynamodb\", but has to be file, or dynamodb:TABLE with the name of a table");
        assertThat(faults(Map.of("gsi.state", "dynamodb:a/b"))).hasSize(1);
        assertThat(faults(Map.of("gsi.lockTimeout", "soon"))).hasSize(1);
        assertThat(faults(Map.of("gsi.lockTimeout", "0"))).isEmpty();
        assertThat(faults(Map.of("gsi.importState", "yes"))).hasSize(1);
    }

    private static StateChoice read(Map<String, String> given) {
        return StateChoice.read(new OptionReader(given));
    }

    private static List<String> faults(Map<String, String> given) {
        var options = new OptionReader(given);
        StateChoice.read(options);
        return options.faults();
    }
}
