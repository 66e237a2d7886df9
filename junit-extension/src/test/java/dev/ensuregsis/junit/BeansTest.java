package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondarySortKey;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@DisplayName("Tables and indexes come from beans")
class BeansTest {

    @Test
    void aBeanIsATableWithItsIndexes() {
        assertThatRunOf(OfBean.class, OfNamedBean.class).succeeded(2);
    }

    @EnsureGsis(beans = FlightLeg.class)
    static class OfBean {
        @Test
        void isQueried(DynamoDbEnhancedClient client) {
            var table = client.table("flight_leg", TableSchema.fromBean(FlightLeg.class));
            var leg = new FlightLeg();
            leg.setLegId("LX8-1");
            leg.setStatus("BOARDING");
            leg.setDeparture(1132L);
            table.putItem(leg);
            var found = table.index("status-index")
                    .query(QueryConditional.keyEqualTo(
                            Key.builder().partitionValue("BOARDING").build()));
            assertThat(found.stream().flatMap(page -> page.items().stream()))
                    .extracting(FlightLeg::getLegId)
                    .containsExactly("LX8-1");
        }
    }

    @EnsureGsis(
            tables = @Table(name = "legs", bean = FlightLeg.class),
            gsis = @Gsi(table = "legs", name = "gate-index", partitionKey = "gate"))
    static class OfNamedBean {
        @Test
        void hasItsOwnNameAndOneIndexMore(DynamoDbClient client) {
            assertThat(DefinitionsTest.index(client, "legs", "status-index")).isNotNull();
            assertThat(DefinitionsTest.index(client, "legs", "gate-index")).isNotNull();
        }
    }

    @DynamoDbBean
    @SuppressWarnings("NullAway.Init") // the Enhanced Client fills it
    public static class FlightLeg {
        private String legId;
        private String status;
        private Long departure;

        @DynamoDbPartitionKey
        public String getLegId() {
            return legId;
        }

        public void setLegId(String legId) {
            this.legId = legId;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "status-index")
        public String getStatus() {
            return status;
        }

        public void setStatus(String status) {
            this.status = status;
        }

        @DynamoDbSecondarySortKey(indexNames = "status-index")
        public Long getDeparture() {
            return departure;
        }

        public void setDeparture(Long departure) {
            this.departure = departure;
        }
    }
}
