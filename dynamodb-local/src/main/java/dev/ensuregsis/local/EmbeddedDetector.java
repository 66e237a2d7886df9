package dev.ensuregsis.local;

import java.util.Optional;

/** Looks for DynamoDB Local, which a consumer may have excluded. */
final class EmbeddedDetector implements ServerDetector {

    @Override
    public Optional<String> obstacle() {
        if (ClassPath.has("software.amazon.dynamodb.services.local.shared.access.LocalDBClient")) {
            return Optional.empty();
        }
        return Optional.of("DynamoDB Local is not on the class path: add the dependency"
                + " software.amazon.dynamodb:DynamoDBLocal, or take back its exclusion.");
    }
}
