package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.maven.internal.network.Network;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Whose the credentials are, asked of STS where no table and not the credentials themselves tell it. */
public final class CallerAccount {
    private CallerAccount() {}

    /**
     * Asks once, by {@code GetCallerIdentity}, which needs no permission.
     *
     * @param client the client whose credentials are meant
     * @param network the way to STS
     * @return the account's 12 digits; empty where STS can't be reached or doesn't say
     */
    public static Optional<String> of(DynamoDbClient client, Network network) {
        return of(client, network, null);
    }

    static Optional<String> of(DynamoDbClient client, Network network, @Nullable URI endpoint) {
        var configuration = client.serviceClientConfiguration();
        var builder = StsClient.builder()
                .region(configuration.region())
                .credentialsProvider(configuration.credentialsProvider());
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        try (var sts = builder.httpClientBuilder(network.clients()).build()) {
            return Optional.ofNullable(sts.getCallerIdentity().account());
        } catch (SdkException unknown) {
            return Optional.empty();
        }
    }
}
