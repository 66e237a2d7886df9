package com.acme;

import static org.junit.Assert.assertNull;

import dev.ensuregsis.junit.EnsureGsis;
import org.junit.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** JUnit 4's engine calls no extension of Jupiter. */
@EnsureGsis
public class OfJUnit4Test {
    DynamoDbClient dynamoDb;

    @Test
    public void hasNoClient() {
        assertNull(dynamoDb);
    }
}
