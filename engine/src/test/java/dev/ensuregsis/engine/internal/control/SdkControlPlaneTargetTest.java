package dev.ensuregsis.engine.internal.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** What a client would connect to, which the SDK resolves without sending anything: a connection fails these tests. */
class SdkControlPlaneTargetTest {
    private static final String KEY = "AKIDEXAMPLE";

    @Test
    void isTheEndpointOfTheRegion() {
        assertEndpoint(client -> {}, "https://dynamodb.eu-central-1.amazonaws.com");
    }

    @Test
    void isTheFipsEndpoint() {
        assertEndpoint(
                client -> client.region(Region.US_EAST_1).fipsEnabled(true),
                "https://dynamodb-fips.us-east-1.amazonaws.com");
    }

    @Test
    void isTheDualStackEndpoint() {
        assertEndpoint(client -> client.dualstackEnabled(true), "https://dynamodb.eu-central-1.api.aws");
    }

    @Test
    void isTheEndpointOfTheAccount() {
        assertEndpoint(
                client -> client.credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.builder()
                        .accessKeyId(KEY)
                        .secretAccessKey("madeUp")
                        .accountId("123456789012")
                        .build())),
                "https://123456789012.ddb.eu-central-1.amazonaws.com");
    }

    @Test
    void isWhatIsSetAsItStands() {
        assertEndpoint(
                client -> client.endpointOverride(URI.create("http://tables.invalid:8000")),
                "http://tables.invalid:8000");
    }

    @Test
    void isThatOfTheRegionWhereNoRequestCanBeMade() {
        assertEndpoint(
                client -> client.credentialsProvider(() -> {
                    throw SdkClientException.create("none");
                }),
                "https://dynamodb.eu-central-1.amazonaws.com");
    }

    private static void assertEndpoint(Consumer<DynamoDbClientBuilder> change, String endpoint) {
        var builder = DynamoDbClient.builder()
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, "madeUp")))
                .httpClient(UrlConnectionHttpClient.create(url -> {
                    throw new AssertionError("connects to " + url);
                }));
        change.accept(builder);
        try (var client = builder.build()) {
            assertThat(new SdkControlPlane(client).target().endpoint()).isEqualTo(endpoint);
        }
    }
}
