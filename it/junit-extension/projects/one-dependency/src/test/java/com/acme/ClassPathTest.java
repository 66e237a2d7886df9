package com.acme;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What DynamoDB Local asks for and doesn't need must not reach a user's class path. */
class ClassPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.mockito.Mockito",
                "org.hamcrest.Matcher",
                "org.apache.logging.log4j.core.Logger",
                "org.assertj.core.api.Assertions",
                "org.testcontainers.containers.GenericContainer"
            })
    void isFreeOfStrangers(String className) {
        assertThrows(ClassNotFoundException.class, () -> Class.forName(className));
    }
}
