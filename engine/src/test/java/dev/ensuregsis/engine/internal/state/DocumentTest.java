package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {
    private static final String SAMPLE = """
            { "version": "1.0", "created_at": "2026-02-01T10:30:00Z", "updated_at": "2026-02-01T10:35:00Z",
              "script_name": "flights",
              "gsis": { "bookings.passenger-flight-index": {
                  "table_name": "bookings", "index_name": "passenger-flight-index", "status": "active",
                  "creation_time": "2026-02-01T10:31:00Z", "retry_count": 2, "last_error": null } },
              "summary": { "total": 1, "pending": 0, "in_progress": 0, "active": 1, "failed": 0 } }
            """;

    private static Reading read(String json) {
        return DocumentReader.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static StateDocument document(String json) {
        assertThat(read(json)).isInstanceOf(Reading.Whole.class);
        return ((Reading.Whole) read(json)).whole();
    }

    private static String written(StateDocument document) {
        var out = new ByteArrayOutputStream();
        try {
            DocumentWriter.write(document, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theFormatsSampleIsRead() {
        assertThat(document(SAMPLE))
                .isEqualTo(new StateDocument(
                        "flights",
                        Instant.parse("2026-02-01T10:30:00Z"),
                        Instant.parse("2026-02-01T10:35:00Z"),
                        Target.UNKNOWN,
                        List.of(new StateDocument.Entry(
                                new GsiEntry(
                                        new IndexId("bookings", "passenger-flight-index"),
                                        GsiStatus.ACTIVE,
                                        Instant.parse("2026-02-01T10:31:00Z"),
                                        null,
                                        2,
                                        null,
                                        null,
                                        null,
                                        null),
                                UnknownFields.NONE)),
                        UnknownFields.NONE,
                        UnknownFields.NONE));
    }

    @Test
    void theFormatsSampleIsWrittenFieldForField() {
        assertThat(written(document(SAMPLE))).isEqualTo("""
                        {
                          "version": "1.0",
                          "created_at": "2026-02-01T10:30:00Z",
                          "updated_at": "2026-02-01T10:35:00Z",
                          "script_name": "flights",
                          "gsis": {
                            "bookings.passenger-flight-index": {"table_name": "bookings", \
                        "index_name": "passenger-flight-index", "status": "active", \
                        "creation_time": "2026-02-01T10:31:00Z", "retry_count": 2, "last_error": null}
                          },
                          "summary": {
                            "total": 1,
                            "pending": 0,
                            "in_progress": 0,
                            "active": 1,
                            "failed": 0
                          }
                        }
                        """);
    }

    @Nested
    class FilesOfOthers {
        private static final String FOREIGN = """
                {"summary":{"failed":1,"total":1,"eta":"3h"},"tool":{"name":"x","ratios":[1.50,1e400,12345678901234567890]},
                 "gsis":{"a.b.c":{"status":"failed","last_error":"no\\nway \\u00e9","index_name":"c","table_name":"a.b",
                 "owner":"team \\"q\\"","tags":[{"k":null},true,[]]}},
                 "note":"é","script_name":"other.py","version":"1.0"}""";

        @Test
        void unknownFieldsOutlastReadingAndWriting() {
            var once = written(document(FOREIGN));

            assertThat(once)
                    .contains("\"tool\": {\"name\":\"x\",\"ratios\":[1.50,1e400,12345678901234567890]}")
                    .contains("\"note\": \"é\"")
                    .contains("\"owner\": \"team \\\"q\\\"\", \"tags\": [{\"k\":null},true,[]]")
                    .contains("\"eta\": \"3h\"");
            assertThat(document(once)).isEqualTo(document(FOREIGN));
        }

        @Test
        void whatIsLeftOutHasItsDefault() {
            var document = document(FOREIGN);

            assertThat(document.scriptName()).isEqualTo("other.py");
            assertThat(document.entries())
                    .singleElement()
                    .extracting(StateDocument.Entry::gsi)
                    .isEqualTo(new GsiEntry(
                            new IndexId("a.b", "c"), GsiStatus.FAILED, null, null, 0, "no\nway é", null, null, null));
        }

        @ParameterizedTest
        @CsvSource({
            "2026-02-01T10:31:00Z, 2026-02-01T10:31:00Z",
            "2026-02-01T10:31:00.987654Z, 2026-02-01T10:31:00Z",
            "2026-02-01T11:31:00+01:00, 2026-02-01T10:31:00Z",
            "2026-02-01T11:31:00.5+0100, 2026-02-01T10:31:00Z",
            "2026-02-01T10:31:00.123, 2026-02-01T10:31:00Z",
            "2026-02-01T10:31, 2026-02-01T10:31:00Z",
        })
        void timesWithFractionsAndOffsetsAreRead(String theirs, Instant ours) {
            var read = document(SAMPLE.replace("2026-02-01T10:31:00Z", theirs));

            assertThat(read.entries().get(0).gsi().creationTime()).isEqualTo(ours);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0", "1.1", "0.9", "1.0.0", "next"})
    void anotherVersionIsNotTouchedWhateverElseItHas(String version) {
        assertThat(read("{\"gsis\": [1, 2], \"version\": \"" + version + "\", \"summary\": 5}"))
                .isEqualTo(new Reading.OtherVersion(version));
    }

    @Nested
    class Damage {
        @ParameterizedTest
        @CsvSource(
                quoteCharacter = '`',
                delimiter = '|',
                value = {
                    "`\"active\"` | `\"done\"` | is no status",
                    "`\"active\"` | `7` | \"status\" is not a string",
                    "`\"retry_count\": 2` | `\"retry_count\": -1` | negative",
                    "`\"retry_count\": 2` | `\"retry_count\": \"2\"` | is not a count",
                    "`\"retry_count\": 2` | `\"retry_count\": 99999999999` | is not a count",
                    "`2026-02-01T10:31:00Z` | `yesterday` | is not a time",
                    "`\"table_name\": \"bookings\"` | `\"table_name\": \"cars\"` | is about \"cars.passenger-flight-index\"",
                    "`\"status\": \"active\",` | `` | has no \"status\"",
                    "`\"version\": \"1.0\",` | `` | has no \"version\"",
                    "`\"version\": \"1.0\",` | `\"version\": 1.0,` | \"version\" is not a string",
                    "`\"total\": 1` | `\"total\": 2` | the summary says total 2, the entries 1",
                    "`\"gsis\": {` | `\"gsis\": [], \"others\": {` | \"gsis\" is not an object",
                    "`\"script_name\": \"flights\"` | `\"script_name\": \"a\", \"script_name\": \"b\"` | stands twice",
                    "`\"flights\"` | `\"flights\", \"dynamodb\": \"eu\"` | \"dynamodb\" is not an object",
                    "`\"last_error\": null` | `\"last_error\": {}` | \"last_error\" is not a string",
                })
        void contradictionsAndWrongTypes(String before, String after, String reason) {
            assertThat(SAMPLE).contains(before);

            assertThat(read(SAMPLE.replace(before, after == null ? "" : after)))
                    .asInstanceOf(InstanceOfAssertFactories.type(Reading.Damaged.class))
                    .extracting(Reading.Damaged::reason)
                    .asString()
                    .contains(reason);
        }

        @Test
        void thePlaceIsNamed() {
            var damage = (Reading.Damaged) read(SAMPLE.replace("\"active\",", "\"done\","));

            assertThat(damage.line()).isEqualTo(4);
            assertThat(damage.column()).isEqualTo(83);
        }

        @Test
        void everyTruncationIsDamage() {
            var whole = SAMPLE.stripTrailing();
            assertThat(IntStream.range(0, whole.length()).mapToObj(end -> read(whole.substring(0, end))))
                    .allSatisfy(reading -> assertThat(reading).isInstanceOf(Reading.Damaged.class));
        }

        @Test
        void bytesThatAreNoText() {
            assertThat(DocumentReader.read(new byte[4096])).isInstanceOf(Reading.Damaged.class);
            assertThat(DocumentReader.read(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
                    .isInstanceOf(Reading.Damaged.class);
            assertThat(read(SAMPLE + SAMPLE)).isInstanceOf(Reading.Damaged.class);
            assertThat(read("[".repeat(100_000))).isInstanceOf(Reading.Damaged.class);
        }
    }
}
