package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler;

@DisplayName("DynamoDB's protocol, as the embedded server speaks it")
class JsonRequestsTest {

    static Stream<String> operationsOfDynamoDbLocal() {
        return Stream.of(DynamoDBRequestHandler.class.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()) && method.getParameterCount() == 3)
                .map(method -> method.getName().substring(0, 1).toUpperCase(Locale.ROOT)
                        + method.getName().substring(1));
    }

    @ParameterizedTest
    @MethodSource("operationsOfDynamoDbLocal")
    void hasEachOperationOfDynamoDbLocal(String operation) {
        var operations = new Operations();

        assertThat(operations
                        .find("DynamoDB_20120810." + operation)
                        .or(() -> operations.find("DynamoDBStreams_20120810." + operation)))
                .hasValueSatisfying(
                        found -> assertThat(found.request().getSimpleName()).isEqualTo(operation + "Request"));
    }

    @ParameterizedTest
    @CsvSource({
        "'AWS4-HMAC-SHA256 Credential=test-key/20261126/us-east-1/dynamodb/aws4_request, SignedHeaders=host', test-key",
        "'AWS4-HMAC-SHA256 SignedHeaders=host,Credential=a/b/20261126//dynamodb/aws4_request', a/b",
        "'AWS4-HMAC-SHA256 Credential=k/20261126/us-east-1/dynamodb/aws4_request', k",
        "Bearer token, ''",
        "'', ''"
    })
    void findsTheKeyInWhateverIsSigned(String authorization, String key) {
        assertThat(JsonRequests.accessKey(authorization)).isEqualTo(key);
    }

    @Test
    void namesALibraryThatIsTooOld() {
        var generatedLater = new ExceptionInInitializerError(
                new UnsupportedOperationException("Could not deserialize ATN with version 4 (expected 3)."));

        assertThat(Libraries.told(generatedLater))
                .contains("ANTLR 4.", "DynamoDB Local needs 4.10 or later", "set org.antlr:antlr4-runtime to 4.10.1");
        assertThat(Libraries.told(new NoSuchMethodError("com.example.Library.method()")))
                .contains("mvn dependency:tree", "com.example.Library.method()");
    }
}
