package dev.ensuregsis.benchmarks.check;

import dev.ensuregsis.benchmarks.Figure;
import dev.ensuregsis.benchmarks.Fork;
import dev.ensuregsis.benchmarks.Pairs;
import dev.ensuregsis.engine.ClientTableItems;
import dev.ensuregsis.engine.ItemCheck;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** A check of 200,000 items beside a bare parallel scan of them, and the memory of one of 10 million. */
public final class CheckOfItems {
    private static final int ITEMS = 200_000;
    private static final int BATCH = 25;
    private static final int SEGMENTS = 4;
    private static final int WARM_UP = 1;
    private static final int RUNS = 5;
    private static final double GOAL = 1.15;
    private static final double NANOS = 1e9;
    private static final long HEAP = 128L << 20;

    private CheckOfItems() {}

    /** Measures. */
    public static List<Figure> measure() throws IOException, InterruptedException, ExecutionException {
        return List.of(time(), memory());
    }

    private static Figure time() throws InterruptedException, ExecutionException {
        var times = new Pairs("s");
        try (var server = EmbeddedServer.start();
                var database = server.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            plant(client);
            for (int run = 0; run < WARM_UP + RUNS; run++) {
                double ours = ours(client);
                double bare = bare(client);
                if (run >= WARM_UP) {
                    times.add(ours, bare);
                }
            }
        }
        return times.figure(
                "DynamoDB Local: a check of 200,000 items", "a bare scan of the same attributes, 4 segments", GOAL);
    }

    private static double ours(DynamoDbClient client) throws InterruptedException {
        long begin = System.nanoTime();
        var report = ItemCheck.of(new ClientTableItems(client)).build().check(Checked.definitions());
        double seconds = (System.nanoTime() - begin) / NANOS;
        if (report.misfits() != Checked.misfitsOf(ITEMS)) {
            throw new IllegalStateException("wrong counts: " + report);
        }
        return seconds;
    }

    private static double bare(DynamoDbClient client) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(SEGMENTS);
        try {
            long begin = System.nanoTime();
            var segments = IntStream.range(0, SEGMENTS)
                    .mapToObj(segment -> threads.submit(() -> scan(client, segment)))
                    .toList();
            int items = 0;
            for (var segment : segments) {
                items += segment.get();
            }
            if (items != ITEMS) {
                throw new IllegalStateException("scanned " + items);
            }
            return (System.nanoTime() - begin) / NANOS;
        } finally {
            threads.shutdown();
        }
    }

    private static int scan(DynamoDbClient client, int segment) {
        int items = 0;
        Map<String, AttributeValue> after = null;
        do {
            var from = after;
            var page = client.scan(scan -> scan.tableName(Checked.TABLE)
                    .segment(segment)
                    .totalSegments(SEGMENTS)
                    .projectionExpression("#a, #d")
                    .expressionAttributeNames(Map.of("#a", "agent", "#d", "day"))
                    .exclusiveStartKey(from));
            items += page.items().size();
            after = page.lastEvaluatedKey().isEmpty() ? null : page.lastEvaluatedKey();
        } while (after != null);
        return items;
    }

    private static void plant(DynamoDbClient client) {
        client.createTable(create -> create.tableName(Checked.TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType("S")
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType("HASH")
                        .build()));
        IntStream.range(0, ITEMS / BATCH).parallel().forEach(batch -> {
            var writes = IntStream.range(batch * BATCH, (batch + 1) * BATCH)
                    .mapToObj(CheckOfItems::write)
                    .toList();
            client.batchWriteItem(write -> write.requestItems(Map.of(Checked.TABLE, writes)));
        });
    }

    private static WriteRequest write(int number) {
        var item = new HashMap<>(Checked.attributes(number));
        item.put("id", AttributeValue.fromS("item-" + number));
        item.put("note", AttributeValue.fromS("x".repeat(100)));
        return WriteRequest.builder()
                .putRequest(PutRequest.builder().item(item).build())
                .build();
    }

    private static Figure memory() throws IOException, InterruptedException {
        double peak = Fork.figures(LargeCheck.class, List.of("-Xmx" + HEAP, "-XX:+UseSerialGC"), List.of())
                .get(0);
        return new Figure(
                "Simulated: a check of 10,000,000 items, peak heap",
                megabytes(peak),
                megabytes(HEAP),
                peak / HEAP,
                null,
                1.0);
    }

    private static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.0f MB", bytes / (1 << 20));
    }
}
