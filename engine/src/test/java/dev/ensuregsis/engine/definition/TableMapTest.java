package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The project's own format, both shapes. */
class TableMapTest {
    private static final String DESIGN_SAMPLE = """
            {
              "bookings": [
                { "IndexName": "passenger-flight-index",
                  "KeySchema": [ {"AttributeName": "passengerId", "KeyType": "HASH"}, {"AttributeName": "flightDate", "KeyType": "RANGE"} ],
                  "AttributeDefinitions": [ {"AttributeName": "passengerId", "AttributeType": "S"}, {"AttributeName": "flightDate", "AttributeType": "N"} ],
                  "Projection": {"ProjectionType": "ALL"} } ],
              "flights": {
                "AttributeDefinitions": [ {"AttributeName": "flightId", "AttributeType": "S"}, {"AttributeName": "status", "AttributeType": "S"} ],
                "KeySchema": [ {"AttributeName": "flightId", "KeyType": "HASH"} ],
                "BillingMode": "PAY_PER_REQUEST",
                "GlobalSecondaryIndexes": [ { "IndexName": "flight-status-index",
                  "KeySchema": [ {"AttributeName": "status", "KeyType": "HASH"} ], "Projection": {"ProjectionType": "KEYS_ONLY"} } ] }
            }
            """;

    @Test
    void bothShapesAreRead() {
        var definitions = read("gsis.json", DESIGN_SAMPLE);

        assertThat(definitions.tables())
                .containsExactly(
                        new TableDefinition(
                                "bookings",
                                Map.of("passengerId", AttributeType.S, "flightDate", AttributeType.N),
                                List.of(new IndexDefinition(
                                        "passenger-flight-index",
                                        KeySchema.of("passengerId", "flightDate"),
                                        Projection.ALL,
                                        Capacity.UNSTATED)),
                                null,
                                new Place("gsis.json", 2, "/bookings")),
                        new TableDefinition(
                                "flights",
                                Map.of("flightId", AttributeType.S, "status", AttributeType.S),
                                List.of(new IndexDefinition(
                                        "flight-status-index",
                                        KeySchema.of("status"),
                                        Projection.KEYS_ONLY,
                                        Capacity.UNSTATED)),
                                TableCreation.onDemand(KeySchema.of("flightId")),
                                new Place("gsis.json", 7, "/flights")));
    }

    @Test
    void everySettingThatCreateTableTakesIsRead() {
        var table = read("gsis.yaml", """
                        orders:
                          AttributeDefinitions:
                            - {AttributeName: id, AttributeType: S}
                            - {AttributeName: at, AttributeType: N}
                            - {AttributeName: total, AttributeType: N}
                          KeySchema: [{AttributeName: id, KeyType: HASH}, {AttributeName: at, KeyType: RANGE}]
                          BillingMode: PROVISIONED
                          ProvisionedThroughput: {ReadCapacityUnits: 5, WriteCapacityUnits: 6}
                          WarmThroughput: {ReadUnitsPerSecond: 12000}
                          LocalSecondaryIndexes:
                            - IndexName: by-total
                              KeySchema: [{AttributeName: id, KeyType: HASH}, {AttributeName: total, KeyType: RANGE}]
                              Projection: {ProjectionType: INCLUDE, NonKeyAttributes: [b, a]}
                          GlobalSecondaryIndexes:
                            - IndexName: all-totals
                              KeySchema: [{AttributeName: total, KeyType: HASH}]
                              ProvisionedThroughput: {ReadCapacityUnits: 7, WriteCapacityUnits: 8}
                          StreamSpecification: {StreamEnabled: true, StreamViewType: NEW_IMAGE}
                          SSESpecification: {Enabled: true, SSEType: KMS, KMSMasterKeyId: alias/k}
                          TableClass: STANDARD_INFREQUENT_ACCESS
                          DeletionProtectionEnabled: true
                          Tags: [{Key: team, Value: sales}]
                        """).tables().get(0);

        assertThat(table.creation())
                .isEqualTo(new TableCreation(
                        KeySchema.of("id", "at"),
                        BillingMode.PROVISIONED,
                        new Capacity(new Throughput(5L, 6L), null, new Throughput(12000L, null)),
                        List.of(new LocalIndexDefinition(
                                "by-total", KeySchema.of("id", "total"), new Projection.Include(List.of("a", "b")))),
                        new TableCreation.Settings(
                                "NEW_IMAGE",
                                new TableCreation.Encryption("KMS", "alias/k"),
                                "STANDARD_INFREQUENT_ACCESS",
                                true,
                                Map.of("team", "sales")),
                        List.of()));
        assertThat(table.indexes())
                .containsExactly(
                        new IndexDefinition("all-totals", KeySchema.of("total"), null, Capacity.provisioned(7, 8)));
    }

    @Test
    void allFaultsOfAllFilesAreReportedInOneGo() {
        var yaml = """
                bookings:
                  - IndexNme: a-index
                    KeySchema: [{AttributeName: a, KeyType: RANGE}, {AttributeName: b, KeyType: HASH}]
                  - IndexName: b-index
                    KeySchema: [{AttributeName: b, KeyType: HASH}]
                    Projection: {ProjectionType: INCLUDE}
                """;
        var json = "{\"flights\": [{\"IndexName\": \"f-index\"}]}";

        var refused = catchThrowableOfType(
                DefinitionException.class,
                () -> reader().read(List.of(
                        DefinitionSource.text("one.yaml", yaml), DefinitionSource.text("two.json", json))));

        assertThat(refused.faults())
                .extracting(DefinitionFault::toString)
                .containsExactlyInAnyOrder(
                        "one.yaml:2 at /bookings/0: IndexName is missing",
                        "one.yaml:2 at /bookings/0/IndexNme: unknown key \"IndexNme\": did you mean \"IndexName\"?",
                        "one.yaml:3 at /bookings/0/KeySchema/1: a HASH attribute stands after a RANGE attribute: all HASH"
                                + " come first",
                        "one.yaml:6 at /bookings/1/Projection: ProjectionType INCLUDE needs at least one of"
                                + " NonKeyAttributes",
                        "two.json:1 at /flights/0: KeySchema is missing: write [{\"AttributeName\": \"...\", \"KeyType\":"
                                + " \"HASH\"}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bookings: 5|not a definitions file of any format",
                "{}|no table in it",
                "xy: [{IndexName: abc, KeySchema: [{AttributeName: a, KeyType: HASH}]}]|table name \"xy\" is not 3 to 255",
                "tab: [{IndexName: ab, KeySchema: [{AttributeName: a, KeyType: HASH}]}]|index name \"ab\" is not 3 to 255",
                "\"arn:aws:dynamodb:eu-central-1:123456789012:table/bookings\": [{IndexName: abc, KeySchema: [{AttributeName: a,"
                        + " KeyType: HASH}]}]|is an ARN: write \"bookings\", and have the account and region checked",
                "tab: [{IndexName: abc, KeySchema: []}]|needs at least one attribute with KeyType HASH",
                "tab: [{IndexName: abc, KeySchema: [{AttributeName: a, KeyType: hash}]}]|KeyType has to be HASH or RANGE",
                "tab: [{IndexName: abc, KeySchema: [{AttributeName: a, KeyType: HASH}, {AttributeName: a, KeyType: RANGE}]}]"
                        + "|attribute \"a\" stands twice in the key",
                "tab: [{IndexName: abc, KeySchema: [{AttributeName: a, KeyType: HASH}], AttributeDefinitions:"
                        + " [{AttributeName: a, AttributeType: X}]}]|AttributeType has to be one of [S, N, B], not \"X\"",
                "tab: [{IndexName: abc, KeySchema: [{AttributeName: a, KeyType: HASH}], AttributeDefinitions:"
                        + " [{AttributeName: a, AttributeType: S}, {AttributeName: a, AttributeType: N}]}]"
                        + "|attribute \"a\" has type N here and S in",
                "tab: [{IndexName: abc, KeySchema: [{AttributeName: a, KeyType: HASH}], Projection: {ProjectionType: SOME}}]"
                        + "|ProjectionType has to be ALL, KEYS_ONLY or INCLUDE",
                "tab: [{IndexName: abc, KeySchema: [{AttributeName: a, KeyType: HASH}], Projection: {ProjectionType: ALL,"
                        + " NonKeyAttributes: [b]}}]|NonKeyAttributes go with ProjectionType INCLUDE only",
                "tab: [{IndexName: abc, KeySchema: [{AttributeName: a, KeyType: HASH}], Projection: {ProjectionType: INCLUDE,"
                        + " NonKeyAttributes: [b, b]}}]|names an attribute twice",
                "tab: [{IndexName: abc, KeySchema: [{AttributeName: a, KeyType: HASH}], ProvisionedThroughput:"
                        + " {ReadCapacityUnits: 0, WriteCapacityUnits: 1}}]|each at least 1",
                "tab: [{IndexName: abc, KeySchema: [{AttributeName: a, KeyType: HASH}], ProvisionedThroughput:"
                        + " {ReadCapacityUnits: many, WriteCapacityUnits: 1}}]|has to be a whole number, not \"many\"",
                "tab: [{IndexName: abc, KeySchema: [{AttributeName: a, KeyType: HASH}]}, {IndexName: abc, KeySchema:"
                        + " [{AttributeName: a, KeyType: HASH}]}]|index \"abc\" is defined twice",
                "tab: {KeySchem: [], BillingMode: PAY_PER_REQUEST}|did you mean \"KeySchema\"?",
                "tab: {KeySchema: [{AttributeName: a, KeyType: HASH}], BillingMode: PROVISIONED}"
                        + "|BillingMode PROVISIONED needs ProvisionedThroughput",
                "tab: {KeySchema: [{AttributeName: a, KeyType: HASH}, {AttributeName: b, KeyType: HASH}]}"
                        + "|a table's own key has one HASH",
                "tab: {KeySchema: [{AttributeName: a, KeyType: HASH}], BillingMode: PAY_PER_REQUEST, GlobalSecondaryIndexes:"
                        + " [{IndexName: abc, KeySchema: [{AttributeName: a, KeyType: HASH}], ProvisionedThroughput:"
                        + " {ReadCapacityUnits: 1, WriteCapacityUnits: 1}}]}|PAY_PER_REQUEST takes no ProvisionedThroughput",
                "tab: {KeySchema: [{AttributeName: a, KeyType: HASH}], LocalSecondaryIndexes: [{IndexName: abc, KeySchema:"
                        + " [{AttributeName: b, KeyType: HASH}]}]}|needs the table's partition key",
                "tab: [{Delete: {IndexName: abc}}]|can't be changed or deleted by a definition",
            })
    void nonsenseIsRefused(String yaml, String message) {
        assertThatThrownBy(() -> read("gsis.yaml", yaml))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(message)
                .hasMessageStartingWith("gsis.yaml:1");
    }

    @Test
    void keysAreCountedUpToFourAndFour() {
        assertThat(read("gsis.yaml", index("HASH", 4, 4))
                        .tables()
                        .get(0)
                        .indexes()
                        .get(0)
                        .keySchema())
                .isEqualTo(new KeySchema(List.of("h0", "h1", "h2", "h3"), List.of("r0", "r1", "r2", "r3")));
        assertThatThrownBy(() -> read("gsis.yaml", index("HASH", 5, 5)))
                .hasMessageContaining("at most 4 HASH attributes, not 5")
                .hasMessageContaining("at most 4 RANGE attributes, not 5");
    }

    @Test
    void whatCreationNeedsIsSaidWithTheTableToComplete() {
        var bookings = read("gsis.json", DESIGN_SAMPLE).tables().get(0);
        var message = bookings.creationFault().orElseThrow().message();
        assertThat(message).startsWith("table \"bookings\" is given by its indexes only");
        var completed = message.substring(message.indexOf('{'))
                .replace("(the table's partition key)", "id")
                .replace("(S, N or B)", "S");
        var whole = read("gsis.json", completed).tables().get(0);
        assertThat(whole.creation()).isEqualTo(TableCreation.onDemand(KeySchema.of("id")));
        assertThat(whole.indexes()).isEqualTo(bookings.indexes());
        assertThat(whole.creationFault()).isEmpty();
    }

    @Test
    void typesThatCreationLacksAreNamed() {
        var table = read(
                        "gsis.yaml",
                        "tab: {KeySchema: [{AttributeName: a, KeyType: HASH}], GlobalSecondaryIndexes: [{IndexName: abc,"
                                + " KeySchema: [{AttributeName: b, KeyType: HASH}]}]}")
                .tables()
                .get(0);
        assertThat(table.untypedKeyAttributes()).containsExactly("a", "b");
        assertThat(table.creationFault())
                .hasValueSatisfying(
                        fault -> assertThat(fault.toString())
                                .startsWith(
                                        "gsis.yaml:1 at /tab: table \"tab\" can't be created without the types of its key attributes a, b"));
    }

    private static String index(String hash, int partition, int sort) {
        var elements = new StringBuilder();
        for (int i = 0; i < partition; i++) {
            elements.append("{AttributeName: h%d, KeyType: %s}, ".formatted(i, hash));
        }
        for (int i = 0; i < sort; i++) {
            elements.append("{AttributeName: r%d, KeyType: RANGE}, ".formatted(i));
        }
        return "tab: [{IndexName: abc, KeySchema: [" + elements + "]}]";
    }

    private static Definitions read(String name, String text) {
        return reader().read(List.of(DefinitionSource.text(name, text)));
    }

    private static DefinitionReader reader() {
        return DefinitionReader.builder().build();
    }
}
