package dev.ensuregsis.engine.definition.bean;

import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;

/** An immutable with one index. */
@DynamoDbImmutable(builder = Seat.Builder.class)
public final class Seat {
    private final String flight;
    private final int row;

    private Seat(Builder builder) {
        this.flight = builder.flight;
        this.row = builder.row;
    }

    @DynamoDbPartitionKey
    public String flight() {
        return flight;
    }

    @DynamoDbSecondaryPartitionKey(indexNames = "row-index")
    public int row() {
        return row;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Its builder. */
    public static final class Builder {
        private String flight = "";
        private int row;

        public Builder flight(String flight) {
            this.flight = flight;
            return this;
        }

        public Builder row(int row) {
            this.row = row;
            return this;
        }

        public Seat build() {
            return new Seat(this);
        }
    }
}
