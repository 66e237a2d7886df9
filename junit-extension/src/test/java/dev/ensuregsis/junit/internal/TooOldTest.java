package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TooOldTest {

    @ParameterizedTest
    @CsvSource({
        "void org.yaml.snakeyaml.LoaderOptions.setCodePointLimit(int), Set org.yaml:snakeyaml to 1.33 or later.",
        "com/fasterxml/jackson/core/StreamReadConstraints, Set com.fasterxml.jackson:jackson-bom to 2.15.4 or later.",
        "software/amazon/awssdk/core/Gone, Set software.amazon.awssdk:bom to 2.29.20 or later",
        "com/acme/Gone, mvn dependency:tree -Dverbose shows who chose it."
    })
    void whatIsMissingIsAnsweredWithTheVersionToSet(String missing, String advice) {
        assertThat(TooOld.explain(new NoSuchMethodError(missing))).hasMessageContainingAll(missing, advice);
    }

    @Test
    void theSdkIsToldByAClassBeforeAnythingIsMadeWithIt() {
        assertThat(TooOld.awsSdk("software.amazon.awssdk.retries.api.RetryStrategy"))
                .isEmpty();
        assertThat(TooOld.awsSdk("software.amazon.awssdk.Gone"))
                .map(TooOld::explain)
                .hasValueSatisfying(message ->
                        assertThat(message).hasMessageContaining("Set software.amazon.awssdk:bom to 2.29.20"));
    }

    @Test
    void beansWithoutTheEnhancedClientAreAnsweredWithTheDependencyToAdd() {
        var missing =
                new NoClassDefFoundError("software/amazon/awssdk/enhanced/dynamodb/mapper/annotations/DynamoDbBean");
        assertThat(TooOld.explain(missing))
                .hasMessageContaining("add the dependency software.amazon.awssdk:dynamodb-enhanced")
                .hasNoCause();
    }
}
