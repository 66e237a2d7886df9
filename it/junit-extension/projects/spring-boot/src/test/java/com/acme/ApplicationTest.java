package com.acme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.junit.EnsureGsis;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@EnsureGsis(publishEndpoint = true)
@SpringBootTest
class ApplicationTest {
    @Autowired
    DynamoDbClient ofTheApplication;

    DynamoDbClient ofTheTest;

    @Test
    void theApplicationFindsTheTables() {
        assertThat(ofTheApplication).isNotSameAs(ofTheTest);
        assertThat(ofTheApplication.listTables().tableNames())
                .containsExactly("bookings")
                .isEqualTo(ofTheTest.listTables().tableNames());
    }
}
