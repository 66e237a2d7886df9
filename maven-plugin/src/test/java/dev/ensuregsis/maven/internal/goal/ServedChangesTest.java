package dev.ensuregsis.maven.internal.goal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What {@code gsi:run} does while it runs, and with what an earlier one has left. */
class ServedChangesTest extends ServedProject {

    @Test
    void whatIsAddedMeanwhileIsCreatedAndAFaultIsTold() throws Exception {
        define(table("bookings", index("agent-index", "ALL")));
        steps.then(() -> define(
                        table("bookings", index("agent-index", "ALL"), index("new-index", "KEYS_ONLY")),
                        table("orders")))
                .then(() -> {
                    assertThat(console.texts())
                            .containsSubsequence("Added, and ACTIVE:", "  table orders", "  bookings.new-index");
                    assertThat(indexes("bookings")).hasSize(2);
                    Files.writeString(folder.resolve("gsis.json"), "{\"bookings\": ");
                })
                .then(() -> assertThat(console.texts()).noneMatch(line -> line.contains("goes on")))
                .then(() -> define(table("orders")))
                .then(() -> {});

        run.run(invocation(Map.of()));

        assertThat(console.texts())
                .containsSubsequence(
                        "The server goes on with what it has; mend this, and it is read again.",
                        "The definitions were read again: nothing to add.",
                        "No longer defined, and left as it is: table bookings")
                .anyMatch(line -> line.contains("gsis.json"));
        assertThat(console.texts().stream().filter(line -> line.contains("goes on")))
                .hasSize(1);
    }

    @Test
    void whatDiffersIsShownAndCreatedOnceItIsGone() throws Exception {
        define(table("bookings", index("agent-index", "ALL")));
        steps.then(() -> define(table("bookings", index("agent-index", "KEYS_ONLY"))))
                .then(() -> {
                    assertThat(indexes("bookings"))
                            .allMatch(index ->
                                    index.projection().projectionTypeAsString().equals("ALL"));
                    assertThat(console.texts())
                            .contains("To have it as defined, delete it here; it is created as soon as it is gone:")
                            .contains(command("update-table --table-name bookings --global-secondary-index-updates"
                                    + " \"Delete={IndexName=agent-index}\""))
                            .noneMatch(line -> line.contains("gsi:replace") || line.contains("gsi:delete"));
                    delete("bookings", "agent-index");
                })
                .until(() -> console.texts().contains("  bookings.agent-index"));

        run.run(invocation(Map.of()));

        assertThat(indexes("bookings"))
                .hasSize(1)
                .allMatch(index -> index.projection().projectionTypeAsString().equals("KEYS_ONLY"));
    }

    @Test
    void aFolderKeepsTheDataAndWhatDiffersInItIsShown() throws Exception {
        var kept = Map.of("gsi.dbPath", folder.resolve("data").toString());
        define(table("bookings", index("agent-index", "ALL")));
        run.run(invocation(kept));
        close();
        define(table("bookings", index("agent-index", "KEYS_ONLY"), index("new-index", "ALL")));
        steps.then(() -> assertThat(indexes("bookings")).hasSize(2));

        var outcome = run.run(invocation(kept));

        assertThat(outcome.complaint()).isNull();
        assertThat(console.texts())
                .anyMatch(line -> line.contains("with its data in " + folder.resolve("data"))
                        && line.endsWith("not all as defined:"))
                .anyMatch(line -> line.contains("aws dynamodb update-table --table-name bookings"));
    }

    @Test
    void databasesOfSingleKeysAreNamed() throws Exception {
        var data = Files.createDirectory(folder.resolve("data"));
        Files.createFile(data.resolve("test_us-east-1.db"));
        define(table("bookings"));

        run.run(invocation(Map.of("gsi.dbPath", data.toString())));

        assertThat(console.texts())
                .filteredOn(line -> line.startsWith("Not served: "))
                .singleElement()
                .asString()
                .contains("test_us-east-1.db in " + data)
                .doesNotContain("shared-local-instance");
    }

    @Test
    void aTableOfAFolderWithAnotherKeyIsServedAndMadeAnewOnceItIsGone() throws Exception {
        var kept = Map.of("gsi.dbPath", folder.resolve("data").toString());
        define(table("bookings", index("agent-index", "ALL")));
        run.run(invocation(kept));
        close();
        Files.writeString(folder.resolve("gsis.json"), """
                {"bookings": {
                  "AttributeDefinitions": [{"AttributeName": "number", "AttributeType": "N"},
                    {"AttributeName": "agent", "AttributeType": "S"}],
                  "KeySchema": [{"AttributeName": "number", "KeyType": "HASH"}],
                  "GlobalSecondaryIndexes": [%s]}}""".formatted(index("agent-index", "ALL")));
        steps.then(() -> {
                    assertThat(console.texts())
                            .contains(command("delete-table --table-name bookings"))
                            .noneMatch(line -> line.contains("retry"));
                    deleteTable("bookings");
                })
                .until(() -> console.texts().contains("  bookings.agent-index"));

        assertThat(run.run(invocation(kept)).complaint()).isNull();

        assertThat(console.texts())
                .containsSubsequence("Added, and ACTIVE:", "  table bookings", "  bookings.agent-index");
    }

    @Test
    void whatOnlyTheCreationOfATableBringsIsMissedWhereItIsThere() throws Exception {
        Files.writeString(folder.resolve("gsis.json"), flights(""));
        steps.then(() -> Files.writeString(folder.resolve("gsis.json"), flights("""
                        , "StreamSpecification": {"StreamEnabled": true, "StreamViewType": "NEW_IMAGE"},
                        "LocalSecondaryIndexes": [{"IndexName": "by-gate", "Projection": {"ProjectionType": "ALL"},
                          "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}, {"AttributeName": "gate", "KeyType": "RANGE"}]}]
                        """)))
                .then(() -> {
                    assertThat(console.texts())
                            .containsSubsequence(
                                    "flights: it exists without the local index by-gate and a stream of NEW_IMAGE, which"
                                            + " only its creation brings.",
                                    command("delete-table --table-name flights"));
                    deleteTable("flights");
                })
                .until(() -> console.texts().contains("  table flights"));

        run.run(invocation(Map.of()));

        try (var client = client()) {
            var table = client.describeTable(request -> request.tableName("flights"))
                    .table();
            assertThat(table.localSecondaryIndexes()).hasSize(1);
            assertThat(table.streamSpecification().streamViewTypeAsString()).isEqualTo("NEW_IMAGE");
        }
    }

    private static String flights(String more) {
        return """
                {"flights": {
                  "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"},
                    {"AttributeName": "day", "AttributeType": "S"}%s],
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}, {"AttributeName": "day", "KeyType": "RANGE"}]%s}}
                """.formatted(more.isEmpty() ? "" : ", {\"AttributeName\": \"gate\", \"AttributeType\": \"S\"}", more);
    }

    @Test
    void itemsThatAnIndexCanNotBeAddedOverAreNamedAndItIsAddedOnceTheyAreGone() throws Exception {
        define(table("bookings"));
        steps.then(() -> {
                    write("bookings", Map.of("id", AttributeValue.fromS("a"), "agent", AttributeValue.fromNul(true)));
                    define(table("bookings", index("agent-index", "ALL")));
                })
                .then(() -> {
                    assertThat(console.texts())
                            .anyMatch(line -> line.contains("An item of bookings can't be in index agent-index")
                                    && line.contains("{id=a}: agent is NULL"))
                            .anyMatch(line -> line.contains("without the attribute"));
                    write("bookings", Map.of("id", AttributeValue.fromS("a")));
                })
                .until(() -> console.texts().contains("  bookings.agent-index"));

        run.run(invocation(Map.of()));

        assertThat(console.texts().stream().filter(line -> line.contains("can't be in index")))
                .hasSize(1);
    }

    @Test
    void filesMayBeReplacedRemovedAndAddedAsEditorsDoIt() throws Exception {
        var glob = Map.of("gsi.definitions", folder.resolve("*.json").toString());
        define(table("bookings"));
        steps.then(() -> {
                    var fresh = Files.writeString(folder.resolve("gsis.json~"), "{" + table("orders") + "}");
                    Files.move(fresh, folder.resolve("gsis.json"), StandardCopyOption.ATOMIC_MOVE);
                })
                .then(() -> assertThat(console.texts()).contains("  table orders"))
                .then(() -> Files.writeString(folder.resolve("more.json"), "{" + table("flights") + "}"))
                .then(() -> assertThat(console.texts()).contains("  table flights"))
                .then(() -> {
                    Files.delete(folder.resolve("gsis.json"));
                    Files.delete(folder.resolve("more.json"));
                })
                .until(() -> console.texts().stream().anyMatch(line -> line.contains("The server goes on")))
                .then(() -> define(table("orders"), table("guests")))
                .until(() -> console.texts().contains("  table guests"));

        run.run(invocation(glob));
    }
}
