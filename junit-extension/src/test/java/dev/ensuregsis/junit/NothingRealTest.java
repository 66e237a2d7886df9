package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Isolated("sets system properties that any client of the SDK would take")
@DisplayName("Whatever the machine holds, nothing real is reached")
class NothingRealTest {

    private static final Map<String, String> REAL_LOOKING = Map.ofEntries(
            Map.entry("aws.accessKeyId", "AKIAIOSFODNN7EXAMPLE"),
            Map.entry("aws.secretAccessKey", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
            Map.entry("aws.sessionToken", "IQoJb3JpZ2luX2VjEXAMPLE"),
            Map.entry("aws.region", "eu-central-1"),
            Map.entry("aws.endpointUrl", "http://192.0.2.1:1"),
            Map.entry("aws.endpointUrlDynamoDb", "http://192.0.2.1:2"),
            Map.entry("aws.profile", "production"),
            Map.entry("http.proxyHost", "192.0.2.1"),
            Map.entry("http.proxyPort", "3"),
            Map.entry("http.nonProxyHosts", ""),
            Map.entry("https.proxyHost", "192.0.2.1"),
            Map.entry("https.proxyPort", "4"));

    @Test
    void credentialsEndpointsAndProxiesOfTheMachineAreIgnored() {
        var before = REAL_LOOKING.keySet().stream()
                .filter(name -> System.getProperty(name) != null)
                .collect(Collectors.toMap(name -> name, System::getProperty));
        REAL_LOOKING.forEach(System::setProperty);
        try {
            assertThatRunOf(Working.class).succeeded(1);
        } finally {
            REAL_LOOKING.keySet().forEach(System::clearProperty);
            before.forEach(System::setProperty);
        }
    }

    @EnsureGsis(isolation = Isolation.CLASS)
    static class Working {
        @Test
        void works(DynamoDbClient client, DynamoDbAsyncClient async) {
            assertThat(client.listTables().tableNames()).containsExactly("bookings");
            assertThat(async.listTables().join().tableNames()).containsExactly("bookings");
            assertThat(client.serviceClientConfiguration()
                            .credentialsProvider()
                            .resolveIdentity()
                            .join()
                            .accessKeyId())
                    .isNotEqualTo(REAL_LOOKING.get("aws.accessKeyId"));
        }
    }
}
