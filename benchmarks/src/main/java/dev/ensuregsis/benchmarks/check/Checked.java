package dev.ensuregsis.benchmarks.check;

import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.Definitions;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table that is checked, and its items: of a hundred one is a misfit, and ten lack the key attribute. */
final class Checked {
    static final String TABLE = "bookings";

    private static final int MISFIT_OF = 100;
    private static final int SPARSE_OF = 10;

    private Checked() {}

    static Definitions definitions() {
        return DefinitionReader.builder().build().read(List.of(DefinitionSource.text("gsis.json", """
                {"bookings": [{"IndexName": "agent-index",
                  "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}, {"AttributeName": "day", "KeyType": "RANGE"}],
                  "AttributeDefinitions": [
                    {"AttributeName": "agent", "AttributeType": "S"}, {"AttributeName": "day", "AttributeType": "N"}]}]}
                """)));
    }

    static Map<String, AttributeValue> attributes(long number) {
        var day = AttributeValue.fromN("20260201");
        if (number % SPARSE_OF == 1) {
            return Map.of("day", day);
        }
        var agent =
                number % MISFIT_OF == 0 ? AttributeValue.fromN("7") : AttributeValue.fromS("agent-" + number % 1000);
        return Map.of("agent", agent, "day", day);
    }

    static long misfitsOf(long items) {
        return items / MISFIT_OF;
    }
}
