package dev.ensuregsis.it;

import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.MotoServer;
import java.io.IOException;

/** A server that speaks DynamoDB's protocol, and that nobody here wrote. */
enum Emulator {
    DYNAMODB_LOCAL {
        @Override
        Database newDatabase() {
            var database = Embedded.SERVER.newDatabase();
            return new Database(database.endpoint(), database);
        }
    },
    MOTO {
        @Override
        Database newDatabase() throws IOException, InterruptedException {
            var server = MotoServer.start();
            return new Database(
                    new DynamoDbEndpoint(server.uri(), DynamoDbEndpoint.DEFAULT_REGION, "test", "test"), server);
        }
    };

    /** Makes an empty database. Skips the test where the emulator isn't installed. */
    abstract Database newDatabase() throws IOException, InterruptedException;

    /**
     * A database of a test's own.
     *
     * @param endpoint where it answers
     * @param end what gives it up
     */
    record Database(DynamoDbEndpoint endpoint, AutoCloseable end) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            end.close();
        }
    }

    /** Started where it is first asked for; ends with this JVM. */
    private static final class Embedded {
        private static final EmbeddedServer SERVER = EmbeddedServer.start();
    }
}
