package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.definition.IndexId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The use of indexes as CloudWatch counts it: the sum of ConsumedReadCapacityUnits of an index. No figure means that it was
 * not read; no answer, or no right to ask, means that it isn't known.
 */
final class CloudWatchUse implements IndexUse {
    private static final Duration LOOKED_BACK = Duration.ofDays(7);
    private static final int DAY = 86_400;

    private final DynamoDbClient client;

    CloudWatchUse(DynamoDbClient client) {
        this.client = client;
    }

    @Override
    public Optional<String> objection(IndexId index, Collection<String> replicaRegions) {
        var regions = new LinkedHashSet<String>();
        regions.add(client.serviceClientConfiguration().region().id());
        regions.addAll(replicaRegions);
        for (var region : regions) {
            var objection = objection(index, region);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    @Override
    public String words() {
        return "not read in the last 7 days";
    }

    private Optional<String> objection(IndexId index, String region) {
        try (var cloudWatch = CloudWatchClient.builder()
                .region(Region.of(region))
                .credentialsProvider(client.serviceClientConfiguration().credentialsProvider())
                .httpClient(UrlConnectionHttpClient.create())
                .build()) {
            double read = cloudWatch
                    .getMetricStatistics(request -> request.namespace("AWS/DynamoDB")
                            .metricName("ConsumedReadCapacityUnits")
                            .dimensions(
                                    dimension("TableName", index.tableName()),
                                    dimension("GlobalSecondaryIndexName", index.indexName()))
                            .startTime(Instant.now().minus(LOOKED_BACK))
                            .endTime(Instant.now())
                            .period(DAY)
                            .statistics(Statistic.SUM))
                    .datapoints()
                    .stream()
                    .mapToDouble(Datapoint::sum)
                    .sum();
            return read > 0
                    ? Optional.of(
                            "it was read in the last 7 days: " + Math.round(read) + " read capacity units in " + region)
                    : Optional.empty();
        } catch (SdkException unanswered) {
            return Optional.of("whether it is read isn't known: CloudWatch in " + region + " says "
                    + unanswered.getMessage() + " (allow cloudwatch:GetMetricStatistics)");
        }
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
