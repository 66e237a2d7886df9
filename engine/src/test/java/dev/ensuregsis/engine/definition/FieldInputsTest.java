package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small files as people have them, each of which was once misread, or refused with a heap of faults. */
class FieldInputsTest {
    private static final Path FOLDER = Samples.folder("field");

    @ParameterizedTest
    @CsvSource({
        "table-description.json, orders.by-status",
        "get-template.json, orders.by-status",
        "tables-of-a-test-tool.json, orders.by-status",
        "twice-elsewhere.yaml, orders.by-status",
        "describe-deleting.json, orders.by-status",
        "nested-stack/main.yaml, orders.by-status invoices.by-due",
        "serverless-stages/serverless.yml, try-orders-dev-eu-central-1.by-status",
        "defs[1].json, orders.by-status",
    })
    void whatIsMeantIsRead(String file, String indexes) {
        assertThat(read(file, reader()).indexIds())
                .extracting(IndexId::toString)
                .containsExactly(indexes.split(" "));
    }

    @Test
    void anUpdateTableRequestWithoutATableAsksForItOnce() {
        assertThatThrownBy(() -> read("update-table-no-name.json", reader()))
                .isInstanceOf(DefinitionException.class)
                .hasMessage(FOLDER.resolve("update-table-no-name.json")
                        + ":1: a request without a TableName doesn't say of which table it is: name it with"
                        + " tableNames=update-table-no-name.json=<table>");
        var named = reader().tableNames(Map.of("update-table-no-name.json", "users"));
        assertThat(read("update-table-no-name.json", named).indexIds())
                .containsExactly(new IndexId("users", "email-index"));
    }

    @Test
    void aSkeletonIsOneFault() {
        assertThatThrownBy(() -> read("cli-skeleton.json", reader()))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.message())
                                        .startsWith("a skeleton of the AWS CLI that isn't filled in")));
    }

    @Test
    void aKeyThatStandsTwiceIsRefusedInATableAndSaidElsewhere() {
        assertThat(read("twice-elsewhere.yaml", reader()).unread())
                .singleElement()
                .satisfies(unread -> {
                    assertThat(unread.cause()).isEqualTo(Unread.Cause.STANDS_TWICE);
                    assertThat(unread.mayBeMissed()).isFalse();
                    assertThat(unread.toString())
                            .isEqualTo("not read: \"LOG_LEVEL\" ("
                                    + FOLDER.resolve("twice-elsewhere.yaml")
                                    + ":11 at /Resources/Mailer/Properties/Environment/Variables/LOG_LEVEL) because the"
                                    + " key \"LOG_LEVEL\" stands twice in one object, first in line 10: remove one of"
                                    + " them");
                });
    }

    @Test
    void whatIsBeingDeletedIsNoDefinition() {
        var definitions = read("describe-deleting.json", reader());
        assertThat(definitions.tables().get(0).attributeTypes()).containsOnlyKeys("orderId", "status");
        assertThat(definitions.unread())
                .singleElement()
                .satisfies(unread -> assertThat(unread.toString())
                        .startsWith("not read: index \"by-old\" of table \"orders\" (")
                        .endsWith(" because it is being deleted"));
    }

    @Test
    void ofTwoRegionsTheOneThatIsAskedForIsTaken() {
        for (var region :
                Map.of("eu-central-1", "by-status", "us-east-1", "by-customer").entrySet()) {
            var definitions = read("terraform-two-regions/plan.json", reader().region(region.getKey()));
            assertThat(definitions.indexIds()).containsExactly(new IndexId("orders", region.getValue()));
            assertThat(definitions.unread())
                    .singleElement()
                    .satisfies(unread -> assertThat(unread.cause()).isEqualTo(Unread.Cause.ANOTHER_ENVIRONMENT));
        }
        assertThatThrownBy(() -> read("terraform-two-regions/plan.json", reader()))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("\"orders\" is two tables, in two environments: aws_dynamodb_table.orders_eu (")
                .hasMessageContaining(") is of region eu-central-1, aws_dynamodb_table.orders_us (")
                .hasMessageEndingWith(
                        ") is of region us-east-1; say which is meant with region=eu-central-1 or region=us-east-1");
        assertThatThrownBy(() -> read("terraform-two-regions/plan.json", reader().region("eu-west-1")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(
                        "region is eu-west-1, and no table that was read is of that environment; there are tables of:"
                                + " region eu-central-1; region us-east-1");
    }

    @Test
    void theStageIsOneThing() {
        for (var name : List.of("stage", "opt:stage", "sls:stage", "self:provider.stage")) {
            assertThat(read("serverless-stages/serverless.yml", reader().parameters(Map.of(name, "prod")))
                            .tables())
                    .extracting(TableDefinition::name)
                    .containsExactly("live-orders-prod-eu-central-1");
        }
    }

    private static DefinitionReader.Builder reader() {
        return DefinitionReader.builder();
    }

    private static Definitions read(String file, DefinitionReader.Builder reader) {
        return reader.build().read(List.of(DefinitionSource.of(file, FOLDER, FieldInputsTest.class.getClassLoader())));
    }
}
