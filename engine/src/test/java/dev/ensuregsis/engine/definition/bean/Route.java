package dev.ensuregsis.engine.definition.bean;

import software.amazon.awssdk.enhanced.dynamodb.mapper.Order;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;

/** What {@link Booking} has flattened into it. */
@DynamoDbBean
public class Route {
    private String origin = "";
    private String destination = "";

    @DynamoDbSecondaryPartitionKey(indexNames = "route-index", order = Order.FIRST)
    public String getOrigin() {
        return origin;
    }

    public void setOrigin(String origin) {
        this.origin = origin;
    }

    @DynamoDbSecondaryPartitionKey(indexNames = "route-index", order = Order.SECOND)
    public String getDestination() {
        return destination;
    }

    public void setDestination(String destination) {
        this.destination = destination;
    }
}
