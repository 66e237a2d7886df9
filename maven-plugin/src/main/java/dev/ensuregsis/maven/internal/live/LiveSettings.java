package dev.ensuregsis.maven.internal.live;

import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableCreation.Encryption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.SSEStatus;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** A table's settings besides keys and capacity, from what DescribeTable tells; what isn't told is left out and named. */
final class LiveSettings {
    private LiveSettings() {}

    static TableCreation.Settings of(TableDescription live, List<String> leftOut) {
        return new TableCreation.Settings(
                streamViewType(live, leftOut),
                encryption(live, leftOut),
                tableClass(live, leftOut),
                Boolean.TRUE.equals(live.deletionProtectionEnabled()),
                Map.of());
    }

    private static @Nullable String streamViewType(TableDescription live, List<String> leftOut) {
        var stream = live.streamSpecification();
        if (stream == null || Boolean.FALSE.equals(stream.streamEnabled())) {
            return null;
        }
        if (stream.streamEnabled() == null || stream.streamViewTypeAsString() == null) {
            leftOut.add("its stream, of which not all is told");
            return null;
        }
        return stream.streamViewTypeAsString();
    }

    private static @Nullable Encryption encryption(TableDescription live, List<String> leftOut) {
        var sse = live.sseDescription();
        if (sse == null || isOff(sse.status())) {
            return null;
        }
        if (!isOn(sse.status()) || sse.sseTypeAsString() == null) {
            leftOut.add("its encryption, of which not all is told");
            return null;
        }
        if (sse.sseType() == SSEType.KMS && sse.kmsMasterKeyArn() == null) {
            leftOut.add("the key of its encryption, which isn't told");
        }
        return new Encryption(sse.sseTypeAsString(), sse.kmsMasterKeyArn());
    }

    private static boolean isOn(@Nullable SSEStatus status) {
        return status == SSEStatus.ENABLED || status == SSEStatus.UPDATING;
    }

    private static boolean isOff(@Nullable SSEStatus status) {
        return status == SSEStatus.ENABLING || status == SSEStatus.DISABLING || status == SSEStatus.DISABLED;
    }

    private static @Nullable String tableClass(TableDescription live, List<String> leftOut) {
        var summary = live.tableClassSummary();
        if (summary != null && summary.tableClassAsString() == null) {
            leftOut.add("its table class, which isn't told");
        }
        return summary == null ? null : summary.tableClassAsString();
    }
}
