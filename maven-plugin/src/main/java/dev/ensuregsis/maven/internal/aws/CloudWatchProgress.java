package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.BuildFigures;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ProgressRefusedException;
import dev.ensuregsis.engine.spi.ProgressSource;
import dev.ensuregsis.maven.internal.network.Network;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * How far indexes have come, as CloudWatch measures it. Its client is made when the first question comes, which most goals
 * never ask. Thread-safe as far as a question and the end are concerned.
 */
final class CloudWatchProgress implements ProgressSource, AutoCloseable {
    /** Metrics in one request. Source: the reference of GetMetricData. */
    private static final int MOST_METRICS = 500;

    private static final int FORBIDDEN = 403;

    /** One question shall not take longer than a look at a table may. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    private final @Nullable Supplier<CloudWatchClient> clients;
    private final InstantSource clock;
    private @Nullable CloudWatchClient client;
    private boolean closed;

    CloudWatchProgress(@Nullable Supplier<CloudWatchClient> clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** As the one who asks DynamoDB, and by the same way; of an emulator CloudWatch knows nothing. */
    static CloudWatchProgress of(DynamoDbClient dynamoDb, ControlPlane controlPlane, Network network) {
        if (controlPlane.isLocal() || controlPlane.target().endpoint() != null) {
            return new CloudWatchProgress(null, InstantSource.system());
        }
        var configuration = dynamoDb.serviceClientConfiguration();
        return new CloudWatchProgress(
                () -> CloudWatchClient.builder()
                        .region(configuration.region())
                        .credentialsProvider(configuration.credentialsProvider())
                        .overrideConfiguration(settings -> settings.apiCallTimeout(LONGEST_CALL))
                        .httpClientBuilder(network.clients())
                        .build(),
                InstantSource.system());
    }

    @Override
    public Map<IndexId, BuildFigures> ask(Question question) {
        var cloudWatch = client();
        if (cloudWatch == null) {
            return Map.of();
        }
        var now = clock.instant();
        var metrics = metrics(question);
        var figures = new HashMap<IndexId, IndexFigures>();
        try {
            for (int from = 0; from < metrics.size(); from += MOST_METRICS) {
                ask(cloudWatch, metrics.subList(from, Math.min(metrics.size(), from + MOST_METRICS)), now, figures);
            }
        } catch (CloudWatchException refused) {
            throw refused.statusCode() == FORBIDDEN ? notAllowed(refused) : refused;
        }
        var known = new HashMap<IndexId, BuildFigures>();
        figures.forEach((index, found) -> known.put(index, found.known()));
        return known;
    }

    private static List<IndexMetric> metrics(Question question) {
        var metrics = new ArrayList<IndexMetric>();
        for (var index : question.building()) {
            metrics.add(new IndexMetric(index, IndexMetric.Kind.PERCENT));
            if (question.slow().contains(index)) {
                metrics.add(new IndexMetric(index, IndexMetric.Kind.THROTTLE_EVENTS));
                metrics.add(new IndexMetric(index, IndexMetric.Kind.CONSUMED_UNITS));
            }
        }
        return metrics;
    }

    private static void ask(
            CloudWatchClient cloudWatch, List<IndexMetric> metrics, Instant now, Map<IndexId, IndexFigures> figures) {
        var queries = new ArrayList<MetricDataQuery>();
        for (int i = 0; i < metrics.size(); i++) {
            queries.add(metrics.get(i).query("m" + i));
        }
        var request = GetMetricDataRequest.builder()
                .startTime(now.minus(IndexMetric.LOOKED_BACK))
                .endTime(now)
                .metricDataQueries(queries)
                .build();
        cloudWatch.getMetricDataPaginator(request).metricDataResults().forEach(result -> {
            if (result.values().isEmpty()) {
                return;
            }
            var metric = metrics.get(Integer.parseInt(result.id().substring(1)));
            figures.computeIfAbsent(metric.index(), unseen -> new IndexFigures())
                    .take(metric.kind(), result.timestamps(), result.values());
        });
    }

    private static ProgressRefusedException notAllowed(CloudWatchException refused) {
        var code = refused.awsErrorDetails() == null
                ? "403"
                : refused.awsErrorDetails().errorCode();
        return new ProgressRefusedException("CloudWatch may not be read (" + code
                + "): how far an index has come is estimated. Allow cloudwatch:GetMetricData to have it measured, or leave"
                + " it at that with -Dgsi.metrics=off");
    }

    private synchronized @Nullable CloudWatchClient client() {
        if (client == null && clients != null && !closed) {
            client = clients.get();
        }
        return client;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
        }
    }
}
