package dev.ensuregsis.local.internal.strict;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** What AWS refuses, told from the request and the live table alone. It looks at a table only where the request calls for it. */
@FunctionalInterface
interface Rule {

    /** The refusal; empty if this rule has nothing against the request. */
    Optional<Refusal> refusal(DynamoDbRequest request, LiveTables tables);
}
