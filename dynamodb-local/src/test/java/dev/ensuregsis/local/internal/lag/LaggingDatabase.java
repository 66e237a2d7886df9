package dev.ensuregsis.local.internal.lag;

import dev.ensuregsis.local.IndexLag;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/** A database whose clock the test has, with a table "bookings" and its index "by-passenger". */
final class LaggingDatabase implements AutoCloseable {
    static final Duration LAG = Duration.ofMillis(200);

    final FakeTime time = new FakeTime();
    final LaggingAccess access;
    final DynamoDbClient client;
    final DynamoDbStreamsClient streams;
    private final LocalDBClient database;

    LaggingDatabase(Duration lag) {
        access = new LaggingAccess(new SQLiteDBAccess(), new SQLiteDBAccess(), lag, time);
        ExecutorService jobs = Executors.newCachedThreadPool(job -> {
            var thread = new Thread(job, "job-of-a-lagging-database");
            thread.setDaemon(true);
            return thread;
        });
        database = new LocalDBClient(access, new JobsRegister(jobs, false));
        client = database.dynamoDbClient();
        streams = database.dynamoDbStreamsClient();
    }

    LaggingDatabase() {
        this(LAG);
    }

    IndexLag indexLag() {
        return access;
    }

    /** The ids that a query of the index finds for a passenger. */
    List<String> bookingsOf(String passenger) {
        return client
                .query(query -> query.tableName("bookings")
                        .indexName("by-passenger")
                        .keyConditionExpression("passenger = :p")
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS(passenger))))
                .items()
                .stream()
                .map(item -> item.getOrDefault("id", AttributeValue.fromS("")).s())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        database.shutdownNow();
    }
}
