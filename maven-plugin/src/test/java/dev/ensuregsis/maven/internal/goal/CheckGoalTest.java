package dev.ensuregsis.maven.internal.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.build.TypedCommand;
import dev.ensuregsis.maven.internal.build.Workplace;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;

/** {@code gsi:check} as a service, on a DynamoDB Local and in no Maven. */
class CheckGoalTest {
    private static final EmbeddedServer SERVER = EmbeddedServer.start();
    private static final DynamoDbClient CLIENT = DynamoDbClient.builder()
            .endpointOverride(SERVER.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();
    private static final String SECRET = "nobody's business";

    @TempDir
    Path folder = Path.of("");

    private final Recorder console = new Recorder();
    private final CheckGoal check = new CheckGoal(new Assignments(), new Connector());
    private final PlanGoal plan = new PlanGoal(new Assignments(), new Connector(), new StateOpener(new Connector()));
    private String table = "";
    private int items;

    @AfterAll
    static void close() {
        CLIENT.close();
        SERVER.close();
    }

    @BeforeEach
    void define() throws IOException {
        table = String.valueOf(folder.getFileName());
        Files.writeString(folder.resolve("gsis.json"), """
                {"%s": [{"IndexName": "agent-index", "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}],
                  "AttributeDefinitions": [{"AttributeName": "agent", "AttributeType": "S"}]}]}
                """.formatted(table));
    }

    @Test
    void misfitsAreRedAndCountedByReason() throws Exception {
        create(
                AttributeValue.fromS("ann"),
                AttributeValue.fromN("7"),
                AttributeValue.fromN("8"),
                AttributeValue.fromS(""));

        var outcome = check.run(invocation(Map.of()));

        assertThat(outcome.complaint())
                .startsWith("3 misfits: items that have what an index's key asks for")
                .contains("To see which they are: mvn gsi:check -Dgsi.checkFile=misfits.csv");
        assertThat(console.texts())
                .contains(
                        "Table " + table + ": 4 items read, 2 read units",
                        "agent-index leaves out 2 items: agent is of type N, not S",
                        "agent-index leaves out 1 item: agent is an empty string")
                .anySatisfy(line -> assertThat(line).startsWith("It will read about "))
                .anySatisfy(line -> assertThat(line).contains("no limit: an emulator"));
    }

    @Test
    void theyAreGreenWhereTheUserLetsThemBe() throws Exception {
        create(AttributeValue.fromN("7"));

        assertThat(check.run(invocation(Map.of("gsi.failOnMisfit", "false"))).complaint())
                .isNull();
    }

    @Test
    void itemsThatFitAreGreen() throws Exception {
        create(AttributeValue.fromS("ann"));

        assertThat(check.run(invocation(Map.of())).complaint()).isNull();
        assertThat(console.texts()).endsWith("Every item is in its indexes, or left out by design.");
    }

    @Test
    void aTableWithoutItemsIsGreen() throws Exception {
        create();

        assertThat(check.run(invocation(Map.of())).complaint()).isNull();
    }

    @Test
    void noTableIsRed() throws Exception {
        assertThat(check.run(invocation(Map.of())).complaint())
                .startsWith("None of the tables exists, so nothing was checked: " + table);
    }

    @Test
    void keysGoToTheFileThatWasAskedForAndNoValueAnywhereElse() throws Exception {
        create(AttributeValue.fromS("ann"), AttributeValue.fromL(List.of(AttributeValue.fromS(SECRET))));

        var outcome = check.run(invocation(Map.of("gsi.checkFile", "sub/misfits.csv")));

        assertThat(folder.resolve("sub/misfits.csv"))
                .hasContent(
                        "\"table\",\"index\",\"key\",\"reasons\"\r\n\"" + table
                                + "\",\"agent-index\",\"{\"\"id\"\":{\"\"S\"\":\"\"item-1\"\"}}\",\"agent is of type L, not S\"\r\n");
        assertThat(String.join("\n", console.texts()) + outcome.complaint()).doesNotContain(SECRET, "item-1", "ann");
        assertThat(folder.resolve("sub").toFile().list()).containsExactly("misfits.csv");
    }

    @Test
    void aLimitOfTheUsersHoldsOnAnEmulatorToo() throws Exception {
        create(AttributeValue.fromS("ann"));

        check.run(invocation(Map.of("gsi.checkReadCapacity", "500", "gsi.checkSample", "100")));

        assertThat(console.texts()).anySatisfy(line -> assertThat(line).endsWith("500 (gsi.checkReadCapacity)"));
    }

    @Test
    void aSampleSaysSo() throws Exception {
        create(AttributeValue.fromS("ann"), AttributeValue.fromS("bob"), AttributeValue.fromS("cleo"));

        assertThat(check.run(invocation(Map.of("gsi.checkSample", "99%"))).complaint())
                .isNull();

        assertThat(console.texts()).endsWith("Every item of the sample is in its indexes, or left out by design.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0%", "101%", "-1", "0", "ten", "1.5", "10 percent"})
    void whatIsNoSampleIsRefused(String sample) {
        assertThatThrownBy(() -> check.run(invocation(Map.of("gsi.checkSample", sample))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("gsi.checkSample is \"" + sample + "\", but has to be a share like 10%");
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        Files.createDirectory(folder.resolve("misfits"));

        assertThatThrownBy(
                        () -> check.run(invocation(Map.of("gsi.checkFile", "misfits", "gsi.checkReadCapacity", "0"))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("gsi.checkFile is \"misfits\", but has to be a file", "gsi.checkReadCapacity");
    }

    /** The page's definitions on items like the page's print what the page shows. */
    @Test
    void thePageShowsWhatIsPrinted() throws Exception {
        var page = Files.readString(Path.of("../docs/checking.md"));
        var definitions = between(page, "```json\n", "```").replace("bookings", table);
        Files.writeString(folder.resolve("gsis.json"), definitions);
        var ann = AttributeValue.fromS("ann");
        var day = AttributeValue.fromN("20260201");
        var monday = AttributeValue.fromS("monday");
        createTable();
        put(Map.of("agent", ann, "day", day));
        put(Map.of("agent", ann));
        put(Map.of("agent", ann, "day", monday));
        put(Map.of("agent", AttributeValue.fromS("bob"), "day", monday));
        put(Map.of("agent", AttributeValue.fromNul(true), "day", day));

        check.run(invocation(Map.of()));

        assertThat(String.join("\n", console.texts()).replace(table, "bookings"))
                .contains("\n" + between(page, "it prints\n\n```\n", "```").strip() + "\n");
    }

    private static String between(String page, String before, String after) {
        int begin = page.indexOf(before) + before.length();
        return page.substring(begin, page.indexOf(after, begin));
    }

    /** Where an index is to be created on a table with items, the plan says how to check first. */
    @Test
    void aPlanSaysHowToCheckFirst() throws Exception {
        create(AttributeValue.fromS("ann"));

        plan.run(invocation(Map.of()));

        assertThat(console.texts()).contains("To see first which items the new GSIs would leave out: mvn gsi:check");
    }

    @Test
    void ofATableWithoutItemsItDoesNot() throws Exception {
        create();

        plan.run(invocation(Map.of()));

        assertThat(console.texts()).noneMatch(line -> line.contains("gsi:check"));
    }

    private void create(AttributeValue... agents) {
        createTable();
        for (var agent : agents) {
            put(Map.of("agent", agent));
        }
    }

    private void createTable() {
        CLIENT.createTable(create -> create.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName("id")
                        .attributeType("S")
                        .build())
                .keySchema(KeySchemaElement.builder()
                        .attributeName("id")
                        .keyType("HASH")
                        .build()));
    }

    private void put(Map<String, AttributeValue> attributes) {
        var item = new HashMap<>(attributes);
        item.put("id", AttributeValue.fromS("item-" + items++));
        CLIENT.putItem(put -> put.tableName(table).item(item));
    }

    private Invocation invocation(Map<String, String> given) {
        var all = new HashMap<>(given);
        all.put("gsi.endpoint", SERVER.uri().toString());
        var build = new Build(
                new Workplace(folder, List.of(folder), "airline", false),
                new TypedCommand("check", List.of("gsi:check"), List.of(), Map.of()),
                Map.of(),
                false,
                false);
        return new Invocation(build, Services.embeddedAt(SERVER.uri()), new OptionReader(all), console);
    }
}
