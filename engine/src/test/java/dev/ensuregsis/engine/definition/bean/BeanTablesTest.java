package dev.ensuregsis.engine.definition.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;

class BeanTablesTest {

    @Test
    void aBeanGivesItsTableWithInheritedFlattenedAndLocalIndexes() {
        assertThat(BeanTables.read(Booking.class, "bookings"))
                .isEqualTo(new TableDefinition(
                        "bookings",
                        Map.of(
                                "id", AttributeType.S,
                                "number", AttributeType.N,
                                "departure", AttributeType.S,
                                "price", AttributeType.N,
                                "passengerId", AttributeType.S,
                                "origin", AttributeType.S,
                                "destination", AttributeType.S),
                        List.of(
                                index("passenger-flight-index", KeySchema.of("passengerId", "departure")),
                                index("passenger-index", KeySchema.of("passengerId")),
                                index(
                                        "route-index",
                                        new KeySchema(List.of("origin", "destination"), List.of("departure")))),
                        new TableCreation(
                                KeySchema.of("id", "number"),
                                BillingMode.PAY_PER_REQUEST,
                                Capacity.UNSTATED,
                                List.of(new LocalIndexDefinition(
                                        "by-price", KeySchema.of("id", "price"), Projection.ALL)),
                                TableCreation.Settings.NONE,
                                List.of()),
                        Place.of(Booking.class.getName())));
    }

    @Test
    void anImmutableGivesItsTable() {
        var table = BeanTables.read(Seat.class, "seats");
        assertThat(table.indexes()).containsExactly(index("row-index", KeySchema.of("row")));
        assertThat(table.attributeTypes()).containsEntry("row", AttributeType.N);
    }

    @Test
    void aClassThatIsNoBeanIsRefusedByName() {
        assertThatThrownBy(() -> BeanTables.read(String.class, "strings"))
                .isInstanceOf(DefinitionException.class)
                .hasMessage("java.lang.String: is annotated with neither @DynamoDbBean nor @DynamoDbImmutable");
    }

    @Test
    void aTableNameThatIsMissingIsNotTheBeansFault() {
        assertThatThrownBy(() -> BeanTables.read(Seat.class, ""))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith(Seat.class.getName() + ": table name \"\" is not");
    }

    @Test
    void aBeanWithoutKeyIsRefused() {
        assertThatThrownBy(() -> BeanTables.read(Keyless.class, "keyless"))
                .isInstanceOf(DefinitionException.class)
                .hasMessage(Keyless.class.getName() + ": has no @DynamoDbPartitionKey");
    }

    @DynamoDbBean
    public static class Keyless {}

    @Test
    void aBeanLeavesBillingAndProjectionsToAFile() {
        var file = DefinitionSource.text("gsis.yaml", """
                seats:
                  KeySchema: [{AttributeName: flight, KeyType: HASH}]
                  AttributeDefinitions: [{AttributeName: flight, AttributeType: S}]
                  ProvisionedThroughput: {ReadCapacityUnits: 1, WriteCapacityUnits: 2}
                  GlobalSecondaryIndexes:
                    - IndexName: row-index
                      KeySchema: [{AttributeName: row, KeyType: HASH}]
                      Projection: {ProjectionType: KEYS_ONLY}
                """);
        var bean = DefinitionSource.tables(List.of(BeanTables.read(Seat.class, "seats")));
        for (var sources : List.of(List.of(file, bean), List.of(bean, file))) {
            var table =
                    DefinitionReader.builder().build().read(sources).tables().get(0);
            assertThat(table.creation()).extracting(TableCreation::billingMode).isEqualTo(BillingMode.PROVISIONED);
            assertThat(table.indexes())
                    .containsExactly(new IndexDefinition(
                            "row-index", KeySchema.of("row"), Projection.KEYS_ONLY, Capacity.UNSTATED));
            assertThat(table.creationFault()).isEmpty();
        }
    }

    private static IndexDefinition index(String name, KeySchema key) {
        return new IndexDefinition(name, key, null, Capacity.UNSTATED);
    }
}
