package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.LiveBesides;
import dev.ensuregsis.engine.spi.LiveBesides.LiveVectorIndex;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveReplica;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a plan and a status say of a live table besides its indexes' standing. */
class TableRemarksTest {
    private static final Throughput OF_TABLE = new Throughput(5L, 5L);
    private static final LiveIndex AT_REST = index(IndexStatus.ACTIVE, OF_TABLE);

    @Test
    void ofATableAtRestThereIsNothingToSay() {
        assertThat(remarks(table(TableStatus.ACTIVE, List.of(), List.of(), AT_REST)))
                .isEmpty();
    }

    @Test
    void vectorIndexesAreCountedAndNamed() {
        var vectors = List.of(
                new LiveVectorIndex("by-meaning", IndexStatus.ACTIVE),
                new LiveVectorIndex("by-sound", IndexStatus.CREATING));

        assertThat(remarks(table(TableStatus.ACTIVE, vectors, List.of(), AT_REST)))
                .containsExactly(
                        "the table has 2 vector indexes, which are never touched, and one index of either kind is"
                                + " made at a time: by-meaning (ACTIVE), by-sound (CREATING)");
        assertThat(remarks(table(TableStatus.ACTIVE, vectors.subList(0, 1), List.of(), AT_REST)))
                .containsExactly("the table has a vector index, which is never touched, and one index of either kind is"
                        + " made at a time: by-meaning (ACTIVE)");
    }

    @Test
    void aTableOrReplicaThatChangesWhileItsIndexesAreAtRestIsWaitedFor() {
        var replica = new LiveReplica("eu-west-1", "UPDATING", Map.of());

        assertThat(remarks(table(TableStatus.UPDATING, List.of(), List.of(), AT_REST)))
                .containsExactly("the table is UPDATING while its indexes are ACTIVE: that is waited for");
        assertThat(remarks(table(TableStatus.ACTIVE, List.of(), List.of(replica), AT_REST)))
                .containsExactly("the replica in eu-west-1 is UPDATING: that is waited for");
        assertThat(remarks(table(TableStatus.UPDATING, List.of(), List.of(), index(IndexStatus.CREATING, OF_TABLE))))
                .isEmpty();
    }

    @Test
    void moreWriteCapacityThanIsDefinedIsShownByTheTableAloneWithTheCommand() {
        var raised =
                table(TableStatus.ACTIVE, List.of(), List.of(), index(IndexStatus.ACTIVE, new Throughput(5L, 900L)));

        assertThat(remarks(raised))
                .singleElement()
                .satisfies(remark -> assertThat(remark)
                        .startsWith(
                                "index by-agent has 900 write capacity units, where 5 are defined for it or its table")
                        .contains("aws dynamodb update-table --table-name bookings")
                        .contains("\"ReadCapacityUnits\":5,\"WriteCapacityUnits\":5"));
        assertThat(TableRemarks.of(raised, List.of(defined(900)), id -> Optional.empty()))
                .isEmpty();
        assertThat(TableRemarks.of(raised, List.of(defined(100)), id -> Optional.empty()))
                .singleElement()
                .asString()
                .contains("where 100 are defined");
    }

    @Test
    void whatIsRecordedOfABuildIsSaidAsThat() {
        var raised =
                table(TableStatus.ACTIVE, List.of(), List.of(), index(IndexStatus.ACTIVE, new Throughput(5L, 900L)));
        var recorded = new RaisedCapacity(900, new Throughput(5L, 7L));

        assertThat(TableRemarks.of(raised, List.of(), id -> Optional.of(recorded)))
                .singleElement()
                .asString()
                .contains("of its build still")
                .contains("lowers them to 7")
                .contains("\"WriteCapacityUnits\":7");
        // Somebody has set another since.
        assertThat(TableRemarks.of(raised, List.of(), id -> Optional.of(new RaisedCapacity(1000, OF_TABLE))))
                .singleElement()
                .asString()
                .contains("where 5 are defined");
    }

    private static List<String> remarks(LiveTable table) {
        return TableRemarks.of(table, List.of(), id -> Optional.empty());
    }

    private static IndexDefinition defined(long write) {
        return new IndexDefinition("by-agent", KeySchema.of("agent"), Projection.ALL, Capacity.provisioned(5, write));
    }

    private static LiveIndex index(IndexStatus status, @Nullable Throughput throughput) {
        return new LiveIndex("by-agent", status, false, KeySchema.of("agent"), Projection.ALL, throughput, 0, 0);
    }

    private static LiveTable table(
            TableStatus status, List<LiveVectorIndex> vectors, List<LiveReplica> replicas, LiveIndex index) {
        return new LiveTable(
                "bookings",
                null,
                status,
                KeySchema.of("id"),
                Map.of("id", AttributeType.S),
                BillingMode.PROVISIONED,
                OF_TABLE,
                List.of(index),
                replicas,
                0,
                0,
                new LiveBesides(List.of(), vectors));
    }
}
