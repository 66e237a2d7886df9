package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.engine.definition.IndexId;
import java.time.Duration;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/**
 * One metric of one index that is building.
 *
 * @param index the index
 * @param kind which
 */
record IndexMetric(IndexId index, Kind kind) {
    /** Figures come every minute at best, and often every five; some are minutes late. */
    static final Duration LOOKED_BACK = Duration.ofMinutes(30);

    private static final String NAMESPACE = "AWS/DynamoDB";

    /** The metrics of an index that is building. Source: DynamoDB's page of metrics and dimensions. */
    enum Kind {
        PERCENT("OnlineIndexPercentageProgress", "Average", 60),
        THROTTLE_EVENTS("OnlineIndexThrottleEvents", "Sum", 300),
        CONSUMED_UNITS("OnlineIndexConsumedWriteCapacity", "Sum", 300);

        private final String metric;
        private final String statistic;
        private final int seconds;

        Kind(String metric, String statistic, int seconds) {
            this.metric = metric;
            this.statistic = statistic;
            this.seconds = seconds;
        }

        /** How long each value is of. */
        Duration period() {
            return Duration.ofSeconds(seconds);
        }
    }

    MetricDataQuery query(String id) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.stat(kind.statistic)
                        .period(kind.seconds)
                        .metric(metric -> metric.namespace(NAMESPACE)
                                .metricName(kind.metric)
                                .dimensions(
                                        dimension("TableName", index.tableName()),
                                        dimension("GlobalSecondaryIndexName", index.indexName()))))
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
