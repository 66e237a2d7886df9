package dev.ensuregsis.maven.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.internal.control.FullAnswer;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** A definition from what DescribeTable tells, with any field of it left out, as the SDK lets each be null. */
class LiveDefinitionTest {
    private static final String KEY = "Table.KeySchema";
    private static final String INDEX = "Table.GlobalSecondaryIndexes[]";

    /** What it means that they aren't there is known. */
    private static final Set<String> MEAN_SOMETHING = Set.of(
            "Table.DeletionProtectionEnabled",
            "Table.GlobalSecondaryIndexes",
            "Table.GlobalSecondaryIndexes[]",
            "Table.StreamSpecification",
            "Table.SSEDescription",
            "Table.TableClassSummary",
            "Table.OnDemandThroughput",
            "Table.OnDemandThroughput.MaxReadRequestUnits",
            "Table.OnDemandThroughput.MaxWriteRequestUnits",
            INDEX + ".OnDemandThroughput",
            INDEX + ".OnDemandThroughput.MaxReadRequestUnits",
            INDEX + ".OnDemandThroughput.MaxWriteRequestUnits");

    @Test
    void theWholeAnswerIsDefined() throws Exception {
        var live = define(provisionedWithout());

        assertThat(live.leftOut()).containsExactly("replicas in any");
        assertThat(live.table().name()).isEqualTo("flights");
        assertThat(live.table().place().source()).isEqualTo("prod-flights");
        assertThat(live.table().attributeTypes()).isEqualTo(Map.of("any", AttributeType.S));
        assertThat(creation(live).keySchema()).isEqualTo(KeySchema.of("any"));
        assertThat(creation(live).billingMode()).isEqualTo(BillingMode.PROVISIONED);
        assertThat(creation(live).capacity().provisioned()).isEqualTo(new Throughput(1L, 1L));
        assertThat(creation(live).settings())
                .isEqualTo(new TableCreation.Settings(
                        "any", new TableCreation.Encryption("KMS", "any"), "any", true, Map.of()));
        assertThat(index(live).name()).isEqualTo("any");
        assertThat(index(live).projection()).isEqualTo(new Projection.Include(List.of("any")));
        assertThat(index(live).capacity().provisioned()).isEqualTo(new Throughput(1L, 1L));
    }

    static List<String> fields() {
        return FullAnswer.paths();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void whatIsNotToldIsLeftOutWithALineOrRefusedByName(String field) throws Exception {
        if (field.startsWith(KEY)) {
            assertRefused(provisionedWithout(field));
            return;
        }
        assertNothingIsMissedSilently(define(provisionedWithout()), define(provisionedWithout(field)), field);
        assertNothingIsMissedSilently(define(onDemandWithout()), define(onDemandWithout(field)), field);
    }

    private static void assertNothingIsMissedSilently(LiveDefinition whole, LiveDefinition live, String field) {
        assertThat(live.table().equals(whole.table())
                        || MEAN_SOMETHING.contains(field)
                        || live.leftOut().size() > whole.leftOut().size())
                .as("without %s: %s", field, live)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void noWordOfALaterDynamoDbIsAnError(String field) throws Exception {
        var answer = FullAnswer.withSomethingNew(field);

        if (field.equals(KEY + "[].KeyType")) {
            assertRefused(answer);
        } else {
            assertThat(define(answer).table().name()).isEqualTo("flights");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Table.GlobalSecondaryIndexes[].IndexName                  | index without a name, of which not all is told
            Table.GlobalSecondaryIndexes[].KeySchema                  | index any, of which not all is told
            Table.GlobalSecondaryIndexes[].KeySchema[].KeyType        | index any, of which not all is told
            Table.GlobalSecondaryIndexes[].KeySchema[].AttributeName  | index any, of which not all is told
            Table.GlobalSecondaryIndexes[].Projection                 | the projection of index any, of which not all is told
            Table.GlobalSecondaryIndexes[].Projection.ProjectionType  | the projection of index any, of which not all is told
            Table.GlobalSecondaryIndexes[].Projection.NonKeyAttributes | the projection of index any, of which not all is told
            Table.GlobalSecondaryIndexes[].ProvisionedThroughput      | the capacity of index any, of which not all is told
            Table.AttributeDefinitions[].AttributeType                | the type of attribute any, which isn't told
            Table.AttributeDefinitions                                | the type of attribute any, which isn't told
            Table.ProvisionedThroughput.ReadCapacityUnits             | its provisioned capacity, of which not all is told: here it is on demand
            Table.StreamSpecification.StreamViewType                  | its stream, of which not all is told
            Table.SSEDescription.Status                               | its encryption, of which not all is told
            Table.SSEDescription.KMSMasterKeyArn                      | the key of its encryption, which isn't told
            Table.TableClassSummary.TableClass                        | its table class, which isn't told
            Table.Replicas[].RegionName                               | replicas in a region without a name
            """)
    void theLineNamesIt(String field, String line) throws Exception {
        assertThat(define(provisionedWithout(field)).leftOut()).contains(line);
    }

    @Test
    void whatIsUnheardOfIsNotToldEither() throws Exception {
        assertThat(define(FullAnswer.withSomethingNew("Table.AttributeDefinitions[].AttributeType"))
                        .leftOut())
                .contains("the type of attribute any, which isn't told");
        assertThat(define(FullAnswer.withSomethingNew(INDEX + ".Projection.ProjectionType"))
                        .leftOut())
                .contains("the projection of index any, of which not all is told");
        assertThat(define(FullAnswer.withSomethingNew(INDEX + ".KeySchema[].KeyType"))
                        .leftOut())
                .contains("index any, of which not all is told");
    }

    @Test
    void aTableThatIsNotDescribedAtAllIsRefused() {
        assertRefused(null);
        assertRefused(FullAnswer.without(Set.copyOf(FullAnswer.paths())));
    }

    /** As the engine reads it: what is on demand is always said. */
    @Test
    void aSummaryThatSaysNoModeIsProvisioned() throws Exception {
        assertThat(creation(define(provisionedWithout("Table.BillingModeSummary.BillingMode")))
                        .billingMode())
                .isEqualTo(BillingMode.PROVISIONED);
    }

    @Test
    void aLocalIndexIsDefinedIfItIsToldWhole() throws Exception {
        var told = LocalSecondaryIndexDescription.builder()
                .indexName("by-date")
                .keySchema(key("id", KeyType.HASH), key("date", KeyType.RANGE))
                .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                .build();
        assertThat(creation(define(withLocal(told))).localIndexes())
                .containsExactly(new LocalIndexDefinition("by-date", KeySchema.of("id", "date"), Projection.KEYS_ONLY));

        for (var local : List.of(
                told.toBuilder().indexName(null).build(),
                told.toBuilder().keySchema(key("id", KeyType.HASH)).build(),
                told.toBuilder().keySchema(List.of()).build(),
                told.toBuilder()
                        .projection((software.amazon.awssdk.services.dynamodb.model.Projection) null)
                        .build())) {
            var live = define(withLocal(local));
            assertThat(creation(live).localIndexes()).isEmpty();
            assertThat(live.leftOut())
                    .contains("local index " + (local.indexName() == null ? "without a name" : "by-date")
                            + ", of which not all is told");
        }
    }

    private static TableDescription withLocal(LocalSecondaryIndexDescription index) {
        return provisionedWithout().toBuilder()
                .keySchema(key("id", KeyType.HASH), key("at", KeyType.RANGE))
                .localSecondaryIndexes(index)
                .build();
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    /** Its local index, whose key is the table's, is none that there can be. */
    private static TableDescription provisionedWithout(String... fields) {
        return FullAnswer.without(Set.of(fields)).toBuilder()
                .localSecondaryIndexes(List.of())
                .build();
    }

    private static TableDescription onDemandWithout(String... fields) {
        return provisionedWithout(fields).toBuilder()
                .billingModeSummary(summary ->
                        summary.billingMode(software.amazon.awssdk.services.dynamodb.model.BillingMode.PAY_PER_REQUEST))
                .build();
    }

    private static LiveDefinition define(TableDescription answer) throws RefusedException {
        return LiveDefinition.of("prod-flights", answer, "flights");
    }

    private static void assertRefused(@Nullable TableDescription answer) {
        assertThatThrownBy(() -> LiveDefinition.of("prod-flights", answer, "flights"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("prod-flights", "its key isn't told whole", "gsi.tables");
    }

    private static TableCreation creation(LiveDefinition live) {
        return Objects.requireNonNull(live.table().creation());
    }

    private static IndexDefinition index(LiveDefinition live) {
        return live.table().indexes().get(0);
    }
}
