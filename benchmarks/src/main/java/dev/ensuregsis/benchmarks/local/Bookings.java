package dev.ensuregsis.benchmarks.local;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Twenty tables of five indexes, which the local benchmarks make. */
final class Bookings {
    static final int TABLES = 20;
    static final int INDEXES = 5;

    private static final Map<String, AttributeType> TYPES = types();
    private static final List<IndexDefinition> ALL_INDEXES = IntStream.range(0, INDEXES)
            .mapToObj(i -> new IndexDefinition("index-" + i, KeySchema.of("a" + i), Projection.ALL, Capacity.UNSTATED))
            .toList();

    private Bookings() {}

    static Definitions definitions() {
        return new Definitions(IntStream.range(0, TABLES)
                .mapToObj(i -> new TableDefinition(
                        "table-" + i,
                        TYPES,
                        ALL_INDEXES,
                        TableCreation.onDemand(KeySchema.of("id")),
                        Place.of("benchmark")))
                .toList());
    }

    static CreateTableCall wholeTable(int table) {
        return new CreateTableCall("table-" + table, TYPES, TableCreation.onDemand(KeySchema.of("id")), ALL_INDEXES);
    }

    static CreateTableCall bareTable(int table) {
        return new CreateTableCall(
                "table-" + table, Map.of("id", AttributeType.S), TableCreation.onDemand(KeySchema.of("id")), List.of());
    }

    static CreateIndexCall index(int table, int index) {
        return new CreateIndexCall("table-" + table, ALL_INDEXES.get(index), Map.of("a" + index, AttributeType.S));
    }

    private static Map<String, AttributeType> types() {
        var types = new HashMap<String, AttributeType>();
        types.put("id", AttributeType.S);
        IntStream.range(0, INDEXES).forEach(i -> types.put("a" + i, AttributeType.S));
        return types;
    }
}
