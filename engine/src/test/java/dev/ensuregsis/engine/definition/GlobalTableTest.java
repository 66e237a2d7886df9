package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A global table that is provisioned is read as provisioned, with what its scaling starts from. */
class GlobalTableTest {
    private static final String TEMPLATE = """
            Parameters: {Least: {Type: Number}}
            Resources:
              Rates:
                Type: AWS::DynamoDB::GlobalTable
                Properties:
                  TableName: rates
                  MODE
                  AttributeDefinitions: [{AttributeName: day, AttributeType: S}]
                  KeySchema: [{AttributeName: day, KeyType: HASH}]
                  WriteProvisionedThroughputSettings: {WriteCapacityAutoScalingSettings: {MinCapacity: 3, MaxCapacity: 9,
                    SeedCapacity: SEED, TargetTrackingScalingPolicyConfiguration: {TargetValue: 70}}}
                  GlobalSecondaryIndexes:
                    - IndexName: by-day
                      KeySchema: [{AttributeName: day, KeyType: HASH}]
                      Projection: {ProjectionType: ALL}
                      WriteProvisionedThroughputSettings: {WriteCapacityAutoScalingSettings: {MinCapacity: 6, MaxCapacity: 9}}
                  Replicas:
                    - Region: eu-west-1
                      ReadProvisionedThroughputSettings: {ReadCapacityUnits: 5}
                      GlobalSecondaryIndexes:
                        - IndexName: by-day
                          ReadProvisionedThroughputSettings: {ReadCapacityAutoScalingSettings: {MinCapacity: 7, MaxCapacity: 9}}
                    - Region: us-east-1
                      ReadProvisionedThroughputSettings: {ReadCapacityUnits: 8}
            """;

    @ParameterizedTest
    @CsvSource({"'BillingMode: PROVISIONED', , 5", "'', , 5", "'', us-east-1, 8"})
    void provisioned(String mode, @Nullable String region, long reads) {
        var table = read(TEMPLATE.replace("MODE", mode).replace("SEED", "4"), region);
        var creation = Objects.requireNonNull(table.creation());
        assertThat(creation.billingMode()).isEqualTo(BillingMode.PROVISIONED);
        assertThat(creation.capacity()).isEqualTo(Capacity.provisioned(reads, 4));
        assertThat(creation.beyondCreateTable())
                .extracting(TableCreation.Beyond::setting)
                .contains("auto scaling");
        if (region == null) {
            assertThat(table.indexes().get(0).capacity()).isEqualTo(Capacity.provisioned(7, 6));
        }
    }

    @Test
    void onDemand() {
        var table = read(
                TEMPLATE.replace("MODE", "BillingMode: PAY_PER_REQUEST").replaceAll(".*Throughput.*\n.*SEED.*\n", ""),
                null);
        assertThat(Objects.requireNonNull(table.creation()).billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        assertThat(table.indexes().get(0).capacity()).isEqualTo(Capacity.UNSTATED);
    }

    @Test
    void capacityThatCantBeResolvedIsNoFaultAndKeepsTheTableFromBeingCreated() {
        var creation = Objects.requireNonNull(
                read(TEMPLATE.replace("MODE", "BillingMode: PROVISIONED").replace("SEED", "!Ref Least"), null)
                        .creation());
        assertThat(creation.beyondCreateTable()).anySatisfy(beyond -> {
            assertThat(beyond.setting()).isEqualTo("ProvisionedThroughput, whose value can't be resolved");
            assertThat(beyond.why()).startsWith("parameter \"Least\" has no default");
        });
    }

    private static TableDefinition read(String template, @Nullable String region) {
        return DefinitionReader.builder()
                .parameters(Map.of())
                .region(region)
                .build()
                .read(List.of(DefinitionSource.text("t.yaml", template)))
                .tables()
                .get(0);
    }
}
