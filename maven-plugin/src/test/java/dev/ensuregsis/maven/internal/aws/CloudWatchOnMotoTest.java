package dev.ensuregsis.maven.internal.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.BuildFigures;
import dev.ensuregsis.engine.spi.BuildFigures.Throttling;
import dev.ensuregsis.engine.spi.ProgressRefusedException;
import dev.ensuregsis.engine.spi.ProgressSource.Question;
import dev.ensuregsis.local.MotoServer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * What is asked of CloudWatch, answered by a server that nobody here wrote: moto, with the figures that a test put in. It
 * doesn't speak the SDK's protocol, so a bridge translates; it knows no rights and no throttling, so the bridge refuses.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CloudWatchOnMotoTest {
    private static final AtomicInteger TABLES = new AtomicInteger();

    private final MotoServer moto = MotoServer.start();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
    private final AtomicInteger clientsMade = new AtomicInteger();
    private CborBridge bridge = new CborBridge(moto.uri());
    private CloudWatchProgress progress = progress();

    CloudWatchOnMotoTest() throws IOException, InterruptedException {}

    @BeforeEach
    void open() throws IOException {
        bridge.close();
        bridge = new CborBridge(moto.uri());
        progress = progress();
        clientsMade.set(0);
    }

    @AfterEach
    void close() {
        progress.close();
        bridge.close();
    }

    @AfterAll
    void stop() throws InterruptedException {
        moto.close();
    }

    @Test
    void theLatestFigureWithItsTime() {
        var index = index();
        put(index, "OnlineIndexPercentageProgress", 17, 12);
        put(index, "OnlineIndexPercentageProgress", 42.5, 6);

        var figures = figures(ask(Set.of(index), Set.of()), index);
        var measured = Objects.requireNonNull(figures.progress());

        assertThat(measured.percent()).isEqualTo(42.5);
        assertThat(measured.at()).isBetween(now.minus(Duration.ofMinutes(7)), now.minus(Duration.ofMinutes(5)));
        assertThat(figures.throttling()).isNull();
        assertThat(clientsMade).hasValue(1);
    }

    @Test
    void halfOfTheIndexesAndNothingOfTheOthers() {
        var known = index();
        var unknown = index();
        put(known, "OnlineIndexPercentageProgress", 80, 3);

        var answer = ask(Set.of(known, unknown), Set.of());

        assertThat(answer.get(known)).isNotNull();
        assertThat(answer).doesNotContainKey(unknown);
    }

    @Test
    void aFigureOfHalfAnHourAgoIsNone() {
        var index = index();
        put(index, "OnlineIndexPercentageProgress", 80, 45);

        assertThat(ask(Set.of(index), Set.of())).isEmpty();
    }

    @Test
    void throttlingIsAskedOfTheSlowOnly() {
        var slow = index();
        var fast = index();
        for (var index : Set.of(slow, fast)) {
            put(index, "OnlineIndexPercentageProgress", 10, 3);
            put(index, "OnlineIndexThrottleEvents", 25, 3);
            put(index, "OnlineIndexConsumedWriteCapacity", 1500, 3);
        }

        var answer = ask(Set.of(slow, fast), Set.of(slow));

        assertThat(figures(answer, slow).throttling()).isEqualTo(new Throttling(25, 5));
        assertThat(figures(answer, fast).throttling()).isNull();
        assertThat(bridge.requests().element().get("MetricDataQueries")).hasSize(4);
    }

    @Test
    void manyIndexesAreFewRequests() {
        var indexes = IntStream.range(0, 1200).mapToObj(i -> index()).collect(Collectors.toSet());
        var one = indexes.iterator().next();
        put(one, "OnlineIndexPercentageProgress", 5, 3);
        bridge.requests().clear();

        assertThat(ask(indexes, Set.of()).keySet()).containsExactly(one);
        assertThat(bridge.requests()).hasSize(3);
    }

    @Test
    void withoutTheRightItSaysWhatToAllow() {
        bridge.refuse(403, "AccessDenied");

        assertThatThrownBy(() -> ask(Set.of(index()), Set.of()))
                .isInstanceOf(ProgressRefusedException.class)
                .hasMessage("CloudWatch may not be read (AccessDenied): how far an index has come is estimated. Allow"
                        + " cloudwatch:GetMetricData to have it measured, or leave it at that with -Dgsi.metrics=off");
    }

    @Test
    void throttledItMayBeAskedAgain() {
        var index = index();
        put(index, "OnlineIndexPercentageProgress", 5, 3);
        bridge.refuse(400, "Throttling");
        assertThatThrownBy(() -> ask(Set.of(index), Set.of())).isInstanceOf(CloudWatchException.class);

        bridge.allow();
        assertThat(ask(Set.of(index), Set.of())).containsKey(index);
    }

    @Test
    void whoAsksNothingMakesNoClient() {
        progress.close();

        assertThat(clientsMade).hasValue(0);
        assertThat(ask(Set.of(index()), Set.of())).isEmpty();
    }

    private static BuildFigures figures(Map<IndexId, BuildFigures> answer, IndexId index) {
        return Objects.requireNonNull(answer.get(index), "nothing of " + index);
    }

    private Map<IndexId, BuildFigures> ask(Set<IndexId> building, Set<IndexId> slow) {
        return progress.ask(new Question(building, slow));
    }

    private static IndexId index() {
        return new IndexId("table-" + TABLES.incrementAndGet(), "by-agent");
    }

    private CloudWatchProgress progress() {
        return new CloudWatchProgress(
                () -> {
                    clientsMade.incrementAndGet();
                    return client();
                },
                InstantSource.fixed(now));
    }

    private void put(IndexId index, String metric, double value, int minutesAgo) {
        try (var client = client()) {
            var datum = MetricDatum.builder()
                    .metricName(metric)
                    .value(value)
                    .timestamp(now.minus(Duration.ofMinutes(minutesAgo)))
                    .dimensions(
                            dimension("TableName", index.tableName()),
                            dimension("GlobalSecondaryIndexName", index.indexName()))
                    .build();
            client.putMetricData(request -> request.namespace("AWS/DynamoDB").metricData(datum));
        }
        bridge.requests().clear();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    private CloudWatchClient client() {
        return CloudWatchClient.builder()
                .endpointOverride(bridge.uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIA", "secret")))
                .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
