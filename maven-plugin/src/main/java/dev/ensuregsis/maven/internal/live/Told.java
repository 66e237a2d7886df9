package dev.ensuregsis.maven.internal.live;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.Throughput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.OnDemandThroughput;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * What DescribeTable tells of the parts of a table. Every field of the SDK can be null, and every word one of a later
 * DynamoDB: what isn't told whole is empty, never guessed. Pure.
 */
final class Told {
    private Told() {}

    static Optional<KeySchema> key(List<KeySchemaElement> elements) {
        try {
            return elements.stream().allMatch(Told::isWhole)
                    ? Optional.of(new KeySchema(names(elements, KeyType.HASH), names(elements, KeyType.RANGE)))
                    : Optional.empty();
        } catch (IllegalArgumentException noKeyThatIsKnown) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(KeySchemaElement element) {
        return element.attributeName() != null
                && (element.keyType() == KeyType.HASH || element.keyType() == KeyType.RANGE);
    }

    private static List<String> names(List<KeySchemaElement> elements, KeyType type) {
        return elements.stream()
                .filter(element -> element.keyType() == type)
                .map(KeySchemaElement::attributeName)
                .toList();
    }

    /** By attribute; the caller's own. */
    static Map<String, AttributeType> types(List<AttributeDefinition> attributes) {
        var types = new LinkedHashMap<String, AttributeType>();
        for (var attribute : attributes) {
            Stream.of(AttributeType.values())
                    .filter(type -> type.name().equals(attribute.attributeTypeAsString()))
                    .filter(type -> attribute.attributeName() != null)
                    .forEach(type -> types.put(attribute.attributeName(), type));
        }
        return types;
    }

    static Optional<Projection> projection(
            software.amazon.awssdk.services.dynamodb.model.@Nullable Projection projection) {
        if (projection == null || projection.projectionType() == null) {
            return Optional.empty();
        }
        return switch (projection.projectionType()) {
            case ALL -> Optional.of(Projection.ALL);
            case KEYS_ONLY -> Optional.of(Projection.KEYS_ONLY);
            case INCLUDE -> include(projection.nonKeyAttributes());
            case UNKNOWN_TO_SDK_VERSION -> Optional.empty();
        };
    }

    private static Optional<Projection> include(List<String> nonKeyAttributes) {
        try {
            return Optional.of(new Projection.Include(nonKeyAttributes));
        } catch (IllegalArgumentException notTheWholeList) {
            return Optional.empty();
        }
    }

    /** A table that never was on demand is described without its billing mode. */
    static BillingMode billingMode(TableDescription live) {
        var summary = live.billingModeSummary();
        return summary != null && BillingMode.PAY_PER_REQUEST.name().equals(summary.billingModeAsString())
                ? BillingMode.PAY_PER_REQUEST
                : BillingMode.PROVISIONED;
    }

    static Optional<Throughput> provisioned(@Nullable ProvisionedThroughputDescription throughput) {
        return throughput == null
                        || !isUnits(throughput.readCapacityUnits())
                        || !isUnits(throughput.writeCapacityUnits())
                ? Optional.empty()
                : Optional.of(new Throughput(throughput.readCapacityUnits(), throughput.writeCapacityUnits()));
    }

    private static boolean isUnits(@Nullable Long units) {
        return units != null && units >= 1;
    }

    /** Null where there is no maximum, which is said by none and by -1. */
    static @Nullable Throughput onDemandMaximum(@Nullable OnDemandThroughput throughput) {
        return throughput == null
                        || (isUnlimited(throughput.maxReadRequestUnits())
                                && isUnlimited(throughput.maxWriteRequestUnits()))
                ? null
                : new Throughput(throughput.maxReadRequestUnits(), throughput.maxWriteRequestUnits());
    }

    private static boolean isUnlimited(@Nullable Long units) {
        return units == null || units < 0;
    }
}
