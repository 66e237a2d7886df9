package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where definitions come from, and what becomes of a table that stands in several places. */
class DefinitionReaderTest {
    private static final String BOOKINGS =
            "bookings: [{IndexName: a-index, KeySchema: [{AttributeName: a, KeyType: HASH}]}]";
    private static final String FLIGHTS = BOOKINGS.replace("bookings", "flights");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one.yaml|bookings",
                "sub|flights",
                "*.yaml|bookings",
                "**/*.yml|flights",
                "{one,two}.yaml|bookings",
                "sub/t*.yml|flights"
            })
    void locationsAreFilesFoldersAndGlobs(String location, String table) throws IOException {
        write("one.yaml", BOOKINGS);
        write("sub/two.yml", FLIGHTS);
        assertThat(names(DefinitionSource.of(location, folder, getClass().getClassLoader())))
                .containsExactly(table);
    }

    @Test
    void aCdkOutIsReadByItsManifestWithStagesNestedStacksAndEmptyOnes() {
        assertThat(names(DefinitionSource.folder(Samples.folder("cdk.out"))))
                .containsExactly("bookings", "members", "flights");
    }

    @Test
    void aResourceIsFoundOnTheClassPath() throws IOException {
        write("indexes/b.yaml", BOOKINGS);
        try (var loader = classpath(folder)) {
            assertThat(names(DefinitionSource.of("classpath:indexes/b.yaml", Path.of(""), loader)))
                    .containsExactly("bookings");
            assertThatThrownBy(() -> names(DefinitionSource.of("classpath:absent.yaml", Path.of(""), loader)))
                    .hasMessageContaining("classpath:absent.yaml: not on the class path");
        }
    }

    @ParameterizedTest
    @CsvSource({"absent.json, no such file", "*.json, no file below", "empty, no JSON or YAML file"})
    void whatIsNotThereIsSaid(String location, String message) throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        assertThatThrownBy(() ->
                        names(DefinitionSource.of(location, folder, getClass().getClassLoader())))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(location)
                .hasMessageContaining(message);
    }

    @Test
    void theDefaultFileIsTheOnlyOneOrOneOfEqualOnes() throws IOException {
        var resources = folder.resolve("src/main/resources");
        var source = DefinitionSource.defaultsIn(List.of(folder, resources));
        assertThatThrownBy(() -> names(source))
                .hasMessageContaining(
                        "gsis.json or gsis.yaml or gsis.yml: not found: looked in " + folder + ", " + resources);

        write("src/main/resources/gsis.yaml", BOOKINGS);
        assertThat(names(source)).containsExactly("bookings");

        write("gsis.yml", BOOKINGS);
        assertThat(names(source)).containsExactly("bookings");

        write("gsis.yml", FLIGHTS);
        assertThatThrownBy(() -> names(source))
                .hasMessageContaining("one of several different definition files")
                .hasMessageContaining("gsis.yaml");
    }

    @Test
    void theDefaultFileOnTheClassPathIsTheOnlyOneOrOneOfEqualOnes() throws IOException {
        write("classes/gsis.yaml", BOOKINGS);
        write("test-classes/gsis.yaml", BOOKINGS);
        try (var loader = classpath(folder.resolve("test-classes"), folder.resolve("classes"))) {
            assertThat(names(DefinitionSource.defaultsOnClasspath(loader))).containsExactly("bookings");
            write("classes/gsis.yaml", FLIGHTS);
            assertThatThrownBy(() -> names(DefinitionSource.defaultsOnClasspath(loader)))
                    .hasMessageContaining("several different definition files");
        }
        try (var nothing = classpath(folder)) {
            assertThatThrownBy(() -> names(DefinitionSource.defaultsOnClasspath(nothing)))
                    .hasMessageContaining("looked in the root of the class path");
        }
    }

    @Test
    void namesGetPrefixAndSuffixAndRealNamesStay() {
        var reader = DefinitionReader.builder()
                .tableNamePrefix("dev-")
                .tableNameSuffix("-1")
                .tableNames(Map.of("list.yaml", "real"))
                .build();
        var inMemory = new TableDefinition("mine", Map.of(), List.of(), null, Place.of("test"));
        assertThat(reader.read(List.of(
                                DefinitionSource.text("b.yaml", BOOKINGS),
                                DefinitionSource.text("list.yaml", BOOKINGS.replace("bookings: ", "")),
                                DefinitionSource.tables(List.of(inMemory))))
                        .tables())
                .extracting(TableDefinition::name)
                .containsExactly("dev-bookings-1", "real", "dev-mine-1");
    }

    @Test
    void aListWithoutATableAsksForItsName() {
        assertThatThrownBy(() -> names(DefinitionSource.text("dir/list.yaml", BOOKINGS.replace("bookings: ", ""))))
                .hasMessageContaining("name it with tableNames=list.yaml=<table>");
    }

    @Test
    void messagesCallOptionsByTheUsersNames() {
        var reader = DefinitionReader.builder()
                .optionNames(option -> "--" + option.builderMethod())
                .build();
        assertThatThrownBy(() -> reader.read(List.of(
                        DefinitionSource.text("list.yaml", BOOKINGS.replace("bookings: ", "")),
                        DefinitionSource.text("none.yaml", "[1]"))))
                .hasMessageContaining("name it with --tableNames=list.yaml=<table>")
                .hasMessageContaining("with the table named by --tableNames");
    }

    @Test
    void keysThatReadAlikeContradictEachOther() {
        var one = "bookings: [{IndexName: by-ab, KeySchema: [{AttributeName: a + b, KeyType: HASH}]}]";
        var two = "bookings: [{IndexName: by-ab, KeySchema: [{AttributeName: a, KeyType: HASH},"
                + " {AttributeName: b, KeyType: HASH}]}]";
        assertThatThrownBy(() -> names(DefinitionSource.text("one.yaml", one), DefinitionSource.text("two.yaml", two)))
                .hasMessageContaining("index \"by-ab\" of table \"bookings\" contradicts one.yaml:1");
    }

    @Test
    void sourcesThatAgreeAreMergedEachAddingWhatTheOthersLeaveOut() {
        var whole = """
                bookings:
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
                  AttributeDefinitions: [{AttributeName: id, AttributeType: S}, {AttributeName: a, AttributeType: N}]
                  GlobalSecondaryIndexes:
                    - {IndexName: b-index, KeySchema: [{AttributeName: a, KeyType: HASH}]}
                    - {IndexName: a-index, KeySchema: [{AttributeName: a, KeyType: HASH}], Projection: {ProjectionType: ALL}}
                """;
        var table = DefinitionReader.builder()
                .build()
                .read(List.of(DefinitionSource.text("list.yaml", BOOKINGS), DefinitionSource.text("whole.yaml", whole)))
                .tables()
                .get(0);
        assertThat(table.creationFault()).isEmpty();
        assertThat(table.indexes())
                .containsExactly(
                        new IndexDefinition("a-index", KeySchema.of("a"), Projection.ALL, Capacity.UNSTATED),
                        new IndexDefinition("b-index", KeySchema.of("a"), null, Capacity.UNSTATED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bookings: [{IndexName: a-index, KeySchema: [{AttributeName: b, KeyType: HASH}]}]|index \"a-index\"",
                "bookings: [{IndexName: c-index, KeySchema: [{AttributeName: c, KeyType: HASH}], AttributeDefinitions:"
                        + " [{AttributeName: a, AttributeType: B}]}]|the type of attribute \"a\"",
            })
    void sourcesThatContradictEachOtherAreRefusedWithBothPlaces(String other, String what) {
        var typed = BOOKINGS.replace(
                "IndexName", "AttributeDefinitions: [{AttributeName: a, AttributeType: S}], IndexName");
        assertThatThrownBy(() -> DefinitionReader.builder()
                        .build()
                        .read(List.of(
                                DefinitionSource.text("one.yaml", typed), DefinitionSource.text("two.yaml", other))))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("two.yaml:1 at /bookings: " + what)
                .hasMessageContaining("contradicts one.yaml:1 at /bookings");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KeySchema: [{AttributeName: id, KeyType: HASH}]|KeySchema: [{AttributeName: a, KeyType: HASH}]"
                        + "|key is id here and a there",
                "BillingMode: PAY_PER_REQUEST|ProvisionedThroughput: {ReadCapacityUnits: 1, WriteCapacityUnits: 2}"
                        + "|billing mode is PAY_PER_REQUEST here and PROVISIONED there",
                "StreamSpecification: {StreamEnabled: true, StreamViewType: NEW_IMAGE}"
                        + "|StreamSpecification: {StreamEnabled: true, StreamViewType: KEYS_ONLY}"
                        + "|stream is NEW_IMAGE here and KEYS_ONLY there",
                "Tags: [{Key: team, Value: a}]|Tags: [{Key: team, Value: b}]|tag \"team\" is a here and b there",
            })
    void whatContradictsIsSaidInWords(String here, String there, String words) {
        assertThatThrownBy(() -> read(whole(there), whole(here)))
                .isInstanceOf(DefinitionException.class)
                .hasMessage("1.yaml:1 at /bookings: the table itself of table \"bookings\" contradicts 0.yaml:1 at"
                        + " /bookings: " + words);
    }

    @Test
    void whatOneDefinitionOfATableLeavesOutIsTheOthers() {
        var one = whole("Tags: [{Key: team, Value: a}]", "DeletionProtectionEnabled: true");
        var other = whole(
                "StreamSpecification: {StreamEnabled: true, StreamViewType: NEW_IMAGE}",
                "Tags: [{Key: stage, Value: b}]",
                "SSESpecification: {Enabled: true}");

        for (var creation : List.of(read(one, other), read(other, one))) {
            assertThat(creation.settings())
                    .isEqualTo(new TableCreation.Settings(
                            "NEW_IMAGE",
                            new TableCreation.Encryption("KMS", null),
                            null,
                            true,
                            Map.of("team", "a", "stage", "b")));
        }
    }

    @Test
    void beansOfOneTableAddTheirLocalIndexesInAnyOrder() {
        var local = new LocalIndexDefinition("by-date", KeySchema.of("id", "date"), Projection.ALL);
        var tables = Stream.of(List.<LocalIndexDefinition>of(), List.of(local))
                .map(localIndexes -> new TableDefinition(
                        "bookings",
                        Map.of(),
                        List.of(),
                        new TableCreation(
                                KeySchema.of("id", "number"),
                                BillingMode.PAY_PER_REQUEST,
                                Capacity.UNSTATED,
                                localIndexes,
                                TableCreation.Settings.NONE,
                                List.of()),
                        Place.of("test")))
                .toList();
        for (var order : List.of(tables, List.of(tables.get(1), tables.get(0)))) {
            assertThat(creation(DefinitionSource.tables(order)).localIndexes()).containsExactly(local);
        }
    }

    /** A whole table, keyed by id and on demand unless one of the settings says otherwise. */
    private static String whole(String... settings) {
        var given = String.join(", ", settings);
        return "bookings: {" + given
                + (given.contains("KeySchema") ? "" : ", KeySchema: [{AttributeName: id, KeyType: HASH}]") + "}";
    }

    private static TableCreation read(String... texts) {
        var sources = new ArrayList<DefinitionSource>();
        for (var text : texts) {
            sources.add(DefinitionSource.text(sources.size() + ".yaml", text));
        }
        return creation(sources.toArray(DefinitionSource[]::new));
    }

    private static TableCreation creation(DefinitionSource... sources) {
        return Objects.requireNonNull(DefinitionReader.builder()
                .build()
                .read(List.of(sources))
                .tables()
                .get(0)
                .creation());
    }

    @ParameterizedTest
    @CsvSource({
        "main.tf, 'resource \"aws_dynamodb_table\" \"b\" {\n  name = \"b\"\n}\n'",
        "main.tf.json, '{\"resource\": {\"aws_dynamodb_table\": {\"b\": {\"name\": \"b\"}}}}'"
    })
    void terraformConfigurationIsAnsweredWithTheCommandThatMakesJson(String name, String text) {
        assertThatThrownBy(() -> names(DefinitionSource.text(name, text)))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("terraform show -json");
    }

    private List<String> names(DefinitionSource... sources) {
        return DefinitionReader.builder().build().read(List.of(sources)).tables().stream()
                .map(TableDefinition::name)
                .toList();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static URLClassLoader classpath(Path... folders) throws IOException {
        var urls = new URL[folders.length];
        for (int i = 0; i < folders.length; i++) {
            urls[i] = folders[i].toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }
}
