package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ensuregsis.junit.Isolation;
import dev.ensuregsis.junit.Server;
import dev.ensuregsis.local.DatabaseOptions;
import dev.ensuregsis.local.Strict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildDefaultsTest {

    private static final TemplateValues NO_VALUES =
            new TemplateValues(Map.of(), Map.of(), List.of(), null, null, false);

    @Test
    void nothingIsSaidByDefault() {
        assertThat(from(Map.of()))
                .isEqualTo(new BuildDefaults(
                        Server.AUTO,
                        null,
                        List.of(),
                        NO_VALUES,
                        Isolation.INFERRED,
                        DatabaseOptions.DEFAULT,
                        List.of(),
                        null,
                        false,
                        null,
                        null));
    }

    /** {@code mvn verify gsi:create -Dgsi.endpoint=embedded} is for the goal, and reaches the tests too. */
    @Test
    void theGoalsOwnServerIsNoEndpoint() {
        assertThat(from(Map.of("gsi.endpoint", "embedded"))).isEqualTo(from(Map.of()));
    }

    @Test
    void eachParameterIsRead() {
        assertThat(from(Map.ofEntries(
                        Map.entry("gsi.server", "external"),
                        Map.entry("gsi.endpoint", "http://localhost:8000"),
                        Map.entry("gsi.definitions", "classpath:a.json, b.yaml,"),
                        Map.entry("gsi.parameters", "Stage=prod, opt:region=eu"),
                        Map.entry("gsi.stack", "Prod,Shop-*"),
                        Map.entry("gsi.account", "111122223333"),
                        Map.entry("gsi.strictDefinitions", "true"),
                        Map.entry("gsi.isolation", "CLASS"),
                        Map.entry("gsi.strict", "all"),
                        Map.entry("gsi.indexLag", "200ms"),
                        Map.entry("gsi.allowedHosts", "dynamodb,db.test"),
                        Map.entry("gsi.containerImage", "amazon/dynamodb-local:2.5.4"),
                        Map.entry("gsi.containerRequired", "true"),
                        Map.entry("gsi.accessKeyId", "abc"),
                        Map.entry("gsi.region", "eu-central-1"))))
                .isEqualTo(new BuildDefaults(
                        Server.EXTERNAL,
                        "http://localhost:8000",
                        List.of("classpath:a.json", "b.yaml"),
                        new TemplateValues(
                                Map.of("Stage", "prod", "opt:region", "eu"),
                                Map.of(),
                                List.of("Prod", "Shop-*"),
                                "111122223333",
                                "eu-central-1",
                                true),
                        Isolation.CLASS,
                        new DatabaseOptions(Strict.ALL, Duration.ofMillis(200)),
                        List.of("dynamodb", "db.test"),
                        "amazon/dynamodb-local:2.5.4",
                        true,
                        "abc",
                        "eu-central-1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    gsi.server            | docker    | AUTO, EMBEDDED, CONTAINER, EXTERNAL
                    gsi.isolation         | PER_CLASS | INFERRED, SHARED, CLASS, METHOD
                    gsi.strict            | HARD      | DEFAULT, ALL, OFF
                    gsi.indexLag          | 200       | a time like 200ms
                    gsi.indexLag          | PT-1S     | a time like 200ms
                    gsi.containerRequired | yes       | true, false
                    gsi.strictDefinitions | maybe     | true, false
                    gsi.tableNames        | Bookings  | name=value
                    """)
    void aValueThatCantBeIsRefusedWithThoseThatCan(String parameter, String value, String allowed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> from(Map.of(parameter, value)))
                .withMessageContainingAll(parameter, value, allowed);
    }

    private static BuildDefaults from(Map<String, String> parameters) {
        return BuildDefaults.from(name -> Optional.ofNullable(parameters.get(name)));
    }
}
