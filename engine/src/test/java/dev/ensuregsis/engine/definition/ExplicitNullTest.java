package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that is left out has its default; a key that is null is a fault that says so. */
class ExplicitNullTest {
    private static final String KEY = "KeySchema: [{AttributeName: id, KeyType: HASH}]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AttributeDefinitions",
                "KeySchema",
                "BillingMode",
                "ProvisionedThroughput",
                "OnDemandThroughput",
                "WarmThroughput",
                "GlobalSecondaryIndexes",
                "GlobalSecondaryIndexUpdates",
                "LocalSecondaryIndexes",
                "StreamSpecification",
                "SSESpecification",
                "TableClass",
                "DeletionProtectionEnabled",
                "ResourcePolicy",
                "Tags"
            })
    void ofATable(String key) {
        refused(
                "tab: {" + (key.equals("KeySchema") ? "BillingMode: PAY_PER_REQUEST" : KEY) + ", " + key + ": null}",
                key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AttributeDefinitions",
                "IndexName",
                "KeySchema",
                "Projection",
                "ProvisionedThroughput",
                "OnDemandThroughput",
                "WarmThroughput"
            })
    void ofAnIndex(String key) {
        refused(
                "tab: [{" + (key.equals("IndexName") ? "" : "IndexName: abc, ")
                        + (key.equals("KeySchema") ? "" : KEY + ", ") + key + ": null}]",
                key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Projection: {ProjectionType: null}",
                "Projection: {ProjectionType: ALL, NonKeyAttributes: null}",
                "ProvisionedThroughput: {ReadCapacityUnits: null, WriteCapacityUnits: 1}",
                "OnDemandThroughput: {MaxReadRequestUnits: null}",
                "WarmThroughput: {WriteUnitsPerSecond: null}",
                "AttributeDefinitions: [{AttributeName: null, AttributeType: S}]",
                "AttributeDefinitions: [{AttributeName: id, AttributeType: null}]",
            })
    void insideAnIndex(String part) {
        var key = part.replaceAll(".*?(\\w+): null.*", "$1");
        refused("tab: [{IndexName: abc, " + KEY + ", " + part + "}]", key);
    }

    @Test
    void ofATemplateButNotWhatNoValueLeavesOut() {
        refused(template("null"), "Projection");
        assertThat(read(template("!Ref AWS::NoValue")).indexes().get(0).projection())
                .isNull();
    }

    @Test
    void aToolsNullsAreNothing() {
        var table = read("""
                {"Table": {"TableName": "bookings", "TableStatus": "ACTIVE", "SSEDescription": null,
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}], "BillingModeSummary":
                  {"BillingMode": "PAY_PER_REQUEST"}, "LocalSecondaryIndexes": null, "GlobalSecondaryIndexes": [
                  {"IndexName": "all-index", "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                   "Projection": {"ProjectionType": "ALL", "NonKeyAttributes": null}}]}}
                """);
        assertThat(table.indexes().get(0).projection()).isEqualTo(Projection.ALL);
        assertThat(Objects.requireNonNull(table.creation()).localIndexes()).isEmpty();
    }

    private static String template(String projection) {
        return "Resources: {T: {Type: 'AWS::DynamoDB::Table', Properties: {TableName: bookings, " + KEY
                + ", GlobalSecondaryIndexes: [{IndexName: abc, " + KEY + ", Projection: " + projection + "}]}}}";
    }

    private static void refused(String yaml, String key) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(key + " is null: leave the key out, or give it a value")
                .hasMessageNotContaining("missing");
    }

    private static TableDefinition read(String text) {
        return DefinitionReader.builder()
                .build()
                .read(List.of(DefinitionSource.text("gsis", text)))
                .tables()
                .get(0);
    }
}
