package dev.ensuregsis.engine.wire;

import dev.ensuregsis.engine.internal.control.SdkControlPlane;
import dev.ensuregsis.engine.internal.control.SdkIndexRemoval;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.IndexRemoval;
import dev.ensuregsis.local.DatabaseOptions;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import dev.ensuregsis.local.LocalDatabase;
import dev.ensuregsis.local.Strict;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Execution(ExecutionMode.CONCURRENT)
class RealDynamoDbLocalTest extends DynamoDbLocalContract {
    private static final Duration SOME_TICKS = Duration.ofSeconds(30);

    /** As it is: what it lets pass, or answers otherwise than AWS, is what this is about. */
    private static final EmbeddedServer SERVER = EmbeddedServer.start(DatabaseOptions.DEFAULT.with(Strict.OFF));

    private final LocalDatabase database = SERVER.newDatabase();
    private final DynamoDbClient client = LocalClients.create(database.endpoint());

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void close() {
        client.close();
        database.close();
    }

    @Override
    ControlPlane controlPlane() {
        return new SdkControlPlane(client);
    }

    @Override
    IndexRemoval removal() {
        return new SdkIndexRemoval(client);
    }

    @Override
    void await(BooleanSupplier condition) {
        Awaitility.await()
                .atMost(SOME_TICKS)
                .pollInterval(Duration.ofMillis(50))
                .ignoreExceptions()
                .until(condition::getAsBoolean);
    }
}
