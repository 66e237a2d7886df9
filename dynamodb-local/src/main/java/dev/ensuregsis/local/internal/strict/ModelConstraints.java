package dev.ensuregsis.local.internal.strict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** Constraints of the service's model that DynamoDB Local doesn't check: members of enumerations, lengths of lists. */
final class ModelConstraints implements Rule {
    private static final int MOST_NON_KEY_ATTRIBUTES = 20;

    @Override
    public Optional<Refusal> refusal(DynamoDbRequest request, LiveTables tables) {
        var violations = new ArrayList<String>(0);
        if (request instanceof CreateTableRequest create) {
            streamViewType(create.streamSpecification(), violations);
            for (int i = 0; i < create.globalSecondaryIndexes().size(); i++) {
                projection(
                        create.globalSecondaryIndexes().get(i).projection(),
                        "globalSecondaryIndexes." + (i + 1) + ".member",
                        violations);
            }
            for (int i = 0; i < create.localSecondaryIndexes().size(); i++) {
                projection(
                        create.localSecondaryIndexes().get(i).projection(),
                        "localSecondaryIndexes." + (i + 1) + ".member",
                        violations);
            }
        } else if (request instanceof UpdateTableRequest update) {
            streamViewType(update.streamSpecification(), violations);
            for (int i = 0; i < update.globalSecondaryIndexUpdates().size(); i++) {
                var create = update.globalSecondaryIndexUpdates().get(i).create();
                if (create != null) {
                    projection(
                            create.projection(),
                            "globalSecondaryIndexUpdates." + (i + 1) + ".member.create",
                            violations);
                }
            }
        } else {
            returnConsumedCapacity(request, violations);
        }
        return violations.isEmpty() ? Optional.empty() : Optional.of(told(violations));
    }

    private static Refusal told(List<String> violations) {
        return new Refusal.Invalid(violations.size() + " validation error" + (violations.size() == 1 ? "" : "s")
                + " detected: " + String.join("; ", violations));
    }

    private static void returnConsumedCapacity(DynamoDbRequest request, List<String> violations) {
        var value = request.getValueForField("ReturnConsumedCapacity", String.class);
        if (value.isPresent()
                && ReturnConsumedCapacity.fromValue(value.get()) == ReturnConsumedCapacity.UNKNOWN_TO_SDK_VERSION) {
            violations.add(
                    violation(value.get(), "returnConsumedCapacity", "satisfy enum value set: [INDEXES, TOTAL, NONE]"));
        }
    }

    private static void streamViewType(StreamSpecification stream, List<String> violations) {
        if (stream != null && stream.streamViewType() == StreamViewType.UNKNOWN_TO_SDK_VERSION) {
            violations.add(violation(
                    stream.streamViewTypeAsString(),
                    "streamSpecification.streamViewType",
                    "satisfy enum value set: [OLD_IMAGE, KEYS_ONLY, NEW_AND_OLD_IMAGES, NEW_IMAGE]"));
        }
    }

    private static void projection(Projection projection, String place, List<String> violations) {
        if (projection != null && projection.nonKeyAttributes().size() > MOST_NON_KEY_ATTRIBUTES) {
            violations.add(violation(
                    projection.nonKeyAttributes().toString(),
                    place + ".projection.nonKeyAttributes",
                    "have length less than or equal to " + MOST_NON_KEY_ATTRIBUTES));
        }
    }

    private static String violation(String value, String place, String must) {
        return "Value '" + value + "' at '" + place + "' failed to satisfy constraint: Member must " + must;
    }
}
