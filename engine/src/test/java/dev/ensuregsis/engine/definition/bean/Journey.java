package dev.ensuregsis.engine.definition.bean;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;

/** What {@link Booking} inherits. */
@DynamoDbBean
public class Journey {
    private String passenger = "";

    @DynamoDbAttribute("passengerId")
    @DynamoDbSecondaryPartitionKey(indexNames = {"passenger-index", "passenger-flight-index"})
    public String getPassenger() {
        return passenger;
    }

    public void setPassenger(String passenger) {
        this.passenger = passenger;
    }
}
