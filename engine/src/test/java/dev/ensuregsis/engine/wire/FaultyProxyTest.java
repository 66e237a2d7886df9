package dev.ensuregsis.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.internal.control.SdkControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault.NoAnswer;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import dev.ensuregsis.local.LocalDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** On a DynamoDB Local behind a bad network a run takes longer, and ends right. */
@Execution(ExecutionMode.CONCURRENT)
class FaultyProxyTest {
    private static final Map<String, AttributeType> TYPES =
            Map.of("id", AttributeType.S, "status", AttributeType.S, "day", AttributeType.N);

    private static final EmbeddedServer SERVER = EmbeddedServer.start();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @EnumSource
    void everything_is_active_in_the_end_and_nothing_was_deleted(FaultyProxy.Spoiling spoiling) {
        try (var database = SERVER.newDatabase();
                var direct = LocalClients.create(database.endpoint());
                var proxy = new FaultyProxy(database.endpoint().uri(), spoiling);
                var client = throughProxy(database, proxy)) {
            var truth = new SdkControlPlane(direct);
            IntStream.range(0, 3).forEach(i -> truth.createTable(bare("existing-" + i)));
            var definitions = definitions();

            var report = GsiEngine.builder()
                    .client(client)
                    .createTables(true)
                    .build()
                    .ensure(definitions);

            assertThat(report.ending()).as("%s", report).isEqualTo(RunReport.Ending.COMPLETE);
            assertThat(report.indexes())
                    .hasSameSizeAs(definitions.indexIds())
                    .allSatisfy(index ->
                            assertThat(index.outcome()).as("%s", index).isEqualTo(IndexReport.Outcome.CREATED));
            for (var table : definitions.tables()) {
                assertThat(truth.describeTable(table.name()).orElseThrow().indexes())
                        .hasSize(2)
                        .allSatisfy(index -> assertThat(index.status()).isEqualTo(IndexStatus.ACTIVE));
            }
            assertThat(proxy.spoilt())
                    .as("spoilt calls")
                    .isGreaterThan(definitions.tables().size());
            assertThat(proxy.operations()).containsOnly("ListTables", "DescribeTable", "CreateTable", "UpdateTable");
        }
    }

    /** Else the tests above would prove less than they say, and the client's retries would multiply with ours. */
    @Test
    void a_lost_answer_is_not_heard_and_its_call_is_done_once() {
        try (var database = SERVER.newDatabase();
                var direct = LocalClients.create(database.endpoint());
                var proxy = new FaultyProxy(database.endpoint().uri(), FaultyProxy.Spoiling.LOST_ANSWER);
                var client = throughProxy(database, proxy)) {
            assertThatExceptionOfType(ControlPlaneException.class)
                    .isThrownBy(() -> new SdkControlPlane(client).createTable(bare("new")))
                    .satisfies(refused -> assertThat(refused.fault()).isInstanceOf(NoAnswer.class));
            assertThat(new SdkControlPlane(direct).describeTable("new")).isPresent();
            assertThat(proxy.operations()).containsExactly("CreateTable");
        }
    }

    /** A client that retries, as most do: what the engine sends through it is sent once all the same. */
    private static DynamoDbClient throughProxy(LocalDatabase database, FaultyProxy proxy) {
        var direct = database.endpoint();
        return LocalClients.create(
                new DynamoDbEndpoint(proxy.uri(), direct.region(), direct.accessKeyId(), direct.secretAccessKey()));
    }

    private static CreateTableCall bare(String tableName) {
        return new CreateTableCall(
                tableName, Map.of("id", AttributeType.S), TableCreation.onDemand(KeySchema.of("id")), List.of());
    }

    private static Definitions definitions() {
        return new Definitions(IntStream.range(0, 4)
                .mapToObj(i -> i < 3 ? table("existing-" + i, false) : table("new", true))
                .toList());
    }

    private static TableDefinition table(String name, boolean whole) {
        return new TableDefinition(
                name,
                TYPES,
                List.of(
                        new IndexDefinition("by-status", KeySchema.of("status"), Projection.ALL, Capacity.UNSTATED),
                        new IndexDefinition("by-day", KeySchema.of("status", "day"), null, Capacity.UNSTATED)),
                whole ? TableCreation.onDemand(KeySchema.of("id")) : null,
                Place.of("test"));
    }
}
