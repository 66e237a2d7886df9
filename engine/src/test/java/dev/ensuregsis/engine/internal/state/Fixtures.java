package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Definitions to keep the state of. */
public final class Fixtures {
    private Fixtures() {}

    public static Definitions table(String table, String... indexes) {
        return new Definitions(List.of(definition(table, "key", Stream.of(indexes))));
    }

    /** The same indexes with another key. */
    public static Definitions changed(String table, String... indexes) {
        return new Definitions(List.of(definition(table, "another", Stream.of(indexes))));
    }

    public static Definitions many(int tables, int indexes) {
        return new Definitions(IntStream.range(0, tables)
                .mapToObj(table -> definition(
                        "table-" + table, "key", IntStream.range(0, indexes).mapToObj(index -> "index-" + index)))
                .toList());
    }

    private static TableDefinition definition(String table, String key, Stream<String> indexes) {
        return new TableDefinition(
                table,
                Map.of(key, AttributeType.S),
                indexes.map(index -> new IndexDefinition(index, KeySchema.of(key), Projection.ALL, Capacity.UNSTATED))
                        .toList(),
                null,
                Place.of("test"));
    }
}
