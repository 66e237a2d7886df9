package dev.ensuregsis.engine.wire;

import dev.ensuregsis.local.DynamoDbEndpoint;
import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A client that leaves every retry to the engine, so that the engine's own are what is tested. */
final class ClientWithoutRetries {
    private ClientWithoutRetries() {}

    static DynamoDbClient of(DynamoDbEndpoint database, URI uri) {
        return DynamoDbClient.builder()
                .endpointOverride(uri)
                .region(database.region())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(database.accessKeyId(), database.secretAccessKey())))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.retryStrategy(retries -> retries.maxAttempts(1)))
                .build();
    }
}
