package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.ClientControlPlane;
import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.spi.ForwardingControlPlane;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.state.GsiStateManager;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/**
 * A run on a DynamoDB of thin air, while DynamoDB Local starts on another thread. In a JVM as young as a test's nearly all the
 * time of a first run goes into loading the classes that it needs: they are there when the real one begins. Two tables are
 * enough for that, as it looks at one otherwise than at many; nothing of it is kept.
 */
final class Rehearsal extends ForwardingControlPlane {

    private Rehearsal() {
        super(ClientControlPlane.ofEmulator(new ThinAir()));
    }

    /** Rehearses what is to be ensured. */
    static RunReport of(Definitions definitions) {
        var few = new Definitions(definitions.tables().stream().limit(2).toList());
        try (var state = GsiStateManager.inMemory("rehearsal")) {
            return GsiEngine.builder()
                    .controlPlane(new Rehearsal())
                    .createTables(true)
                    .state(state)
                    .build()
                    .ensure(few);
        }
    }

    @Override
    public Target target() {
        return new Target(null, "local", "rehearsal");
    }

    /** Has no table, and every one that is asked for is there. */
    private static final class ThinAir implements DynamoDbClient {
        @Override
        public ListTablesResponse listTables(ListTablesRequest request) {
            return ListTablesResponse.builder().build();
        }

        @Override
        public DescribeTableResponse describeTable(DescribeTableRequest request) {
            throw ResourceNotFoundException.builder()
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("ResourceNotFoundException")
                            .build())
                    .build();
        }

        @Override
        public CreateTableResponse createTable(CreateTableRequest request) {
            var indexes = request.globalSecondaryIndexes().stream()
                    .map(index -> GlobalSecondaryIndexDescription.builder()
                            .indexName(index.indexName())
                            .keySchema(index.keySchema())
                            .projection(index.projection())
                            .indexStatus(IndexStatus.ACTIVE)
                            .build())
                    .toList();
            var table = TableDescription.builder()
                    .tableName(request.tableName())
                    .attributeDefinitions(request.attributeDefinitions())
                    .keySchema(request.keySchema())
                    .globalSecondaryIndexes(indexes)
                    .tableStatus(TableStatus.ACTIVE)
                    .build();
            return CreateTableResponse.builder().tableDescription(table).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }
}
