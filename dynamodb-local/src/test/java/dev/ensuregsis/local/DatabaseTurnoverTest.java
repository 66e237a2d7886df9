package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Isolated("counts the threads and the heap of the JVM")
class DatabaseTurnoverTest {

    private static final long MEGABYTE = 1 << 20;

    /** DynamoDB Local's: one for SQLite, and one for each kind of job. */
    private static final int THREADS_OF_ONE_DATABASE = 4;

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void hundredsOneAfterAnotherLeaveNoThreadAndNoHeapBehind() {
        use(50);
        onlyTheSharedDatabaseHasThreads();
        var heapBefore = usedHeap();

        use(400);

        onlyTheSharedDatabaseHasThreads();
        assertThat(usedHeap() - heapBefore).isLessThan(2 * MEGABYTE);
    }

    @Test
    void thoseInParallelNeverSeeEachOthersData() {
        IntStream.range(0, 32).parallel().forEach(i -> {
            try (var database = server.newDatabase();
                    var client = LocalClients.create(database.endpoint())) {
                var item = Map.of("id", AttributeValue.fromS("item-" + i));
                Tables.create(client, "same-name", 2);
                client.putItem(put -> put.tableName("same-name").item(item));

                assertThat(client.scan(scan -> scan.tableName("same-name")).items())
                        .containsExactly(item);
            }
        });
    }

    private static void use(int databases) {
        for (var i = 0; i < databases; i++) {
            try (var database = server.newDatabase()) {
                if (i % 25 == 0) {
                    fill(database);
                }
            }
        }
    }

    private static void fill(LocalDatabase database) {
        try (var client = LocalClients.create(database.endpoint())) {
            IntStream.range(0, 5).forEach(table -> Tables.create(client, "table-" + table, 4));
        }
    }

    private static void onlyTheSharedDatabaseHasThreads() {
        Awaitility.await().untilAsserted(() -> assertThat(databaseThreads()).isEqualTo(THREADS_OF_ONE_DATABASE));
    }

    private static long databaseThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("dynamodb-local-job") || name.startsWith("SQLiteQueue"))
                .count();
    }

    private static long usedHeap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
