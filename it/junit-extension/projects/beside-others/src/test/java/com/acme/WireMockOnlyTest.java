package com.acme;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import org.junit.jupiter.api.Test;

/** Has nothing to do with DynamoDB. */
@WireMockTest
class WireMockOnlyTest {

    @Test
    void isNotHurt(WireMockRuntimeInfo wireMock) {
        assertTrue(wireMock.getHttpPort() > 0);
    }
}
