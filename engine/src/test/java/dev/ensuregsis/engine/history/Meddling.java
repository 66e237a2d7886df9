package dev.ensuregsis.engine.history;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.simulation.Draw;
import dev.ensuregsis.engine.spi.CreateTableCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What someone else does to the tables of a history while we work on them. */
final class Meddling {
    private static final int MOST_DEEDS = 12;

    private final World world;
    private final RandomGenerator random;

    private Meddling(World world, RandomGenerator random) {
        this.world = world;
        this.random = random;
    }

    /** Announces deeds at random moments of the time to come. */
    static void during(Duration period, World world, RandomGenerator random) {
        var meddling = new Meddling(world, random);
        for (int deeds = random.nextInt(1, MOST_DEEDS); deeds > 0; deeds--) {
            world.time().in(Draw.between(random, Duration.ZERO, period), meddling::deed);
        }
    }

    private void deed() {
        var table = Draw.oneOf(random, world.definitions().tables());
        var someoneElse = world.someoneElse();
        if (table.indexes().isEmpty()) {
            return;
        }
        var index = Draw.oneOf(random, table.indexes());
        switch (random.nextInt(9)) {
            case 0, 1 -> someoneElse.createsIndex(table.name(), fitting(table, index), types(table, index));
            case 2 ->
                someoneElse.createsIndex(
                        table.name(), World.differing(fitting(table, index)), Map.of("other", AttributeType.S));
            case 3 -> someoneElse.createsIndex(table.name(), foreign(table), Map.of("foreign", AttributeType.S));
            case 4, 5 -> someoneElse.deletesIndex(table.name(), index.name());
            case 6 -> someoneElse.changesTable(table.name());
            case 7 -> someoneElse.changesIndex(table.name(), index.name());
            default -> tableDeed(table);
        }
    }

    private void tableDeed(TableDefinition table) {
        if (random.nextBoolean()) {
            world.someoneElse().deletesTable(table.name());
        } else {
            world.someoneElse()
                    .createsTable(new CreateTableCall(
                            table.name(),
                            Map.of("id", AttributeType.S),
                            TableCreation.onDemand(KeySchema.of("id")),
                            List.of()));
        }
    }

    private IndexDefinition foreign(TableDefinition table) {
        return new IndexDefinition("foreign-" + random.nextInt(3), KeySchema.of("foreign"), null, capacity(table));
    }

    private IndexDefinition fitting(TableDefinition table, IndexDefinition index) {
        return new IndexDefinition(index.name(), index.keySchema(), index.projection(), capacity(table));
    }

    /** The capacity that the table's billing mode asks for. */
    private Capacity capacity(TableDefinition table) {
        return world.account()
                .truth(table.name())
                .filter(live -> live.throughput() != null)
                .map(live -> Capacity.provisioned(1, 1))
                .orElse(Capacity.UNSTATED);
    }

    private static Map<String, AttributeType> types(TableDefinition table, IndexDefinition index) {
        return World.typesOf(index.keySchema(), table.attributeTypes());
    }
}
