package com.acme.app;

import com.acme.model.Booking;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;

public class Sales {
    /** Nested, and with a key that another module's class declares. */
    @DynamoDbBean
    public static class AgentBooking extends Booking {
        private String agentId;

        @DynamoDbSecondaryPartitionKey(indexNames = "agent-index")
        public String getAgentId() {
            return agentId;
        }

        public void setAgentId(String agentId) {
            this.agentId = agentId;
        }
    }
}
