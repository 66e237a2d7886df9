package dev.ensuregsis.local.internal.strict;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** What AWS says where DynamoDB Local refuses too, but says less, or says it by another exception. */
@FunctionalInterface
interface Wording {

    /** How AWS refuses the request; empty if it is as well said as it stands. */
    Optional<Refusal> of(DynamoDbRequest request, LocalRefusal local, LiveTables tables);

    /**
     * How DynamoDB Local refused.
     *
     * @param code the error code
     * @param message what it says
     */
    record LocalRefusal(String code, String message) {

        /** AWS's message, with this one behind it for those who look for it. */
        String after(String awsMessage) {
            return awsMessage + " (DynamoDB Local: " + message + ")";
        }
    }
}
