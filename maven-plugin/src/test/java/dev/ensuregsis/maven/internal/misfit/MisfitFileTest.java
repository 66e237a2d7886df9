package dev.ensuregsis.maven.internal.misfit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.check.CheckJournal.Misfit;
import dev.ensuregsis.engine.check.IndexTally;
import dev.ensuregsis.engine.check.Places;
import dev.ensuregsis.engine.check.Places.OpenPart;
import dev.ensuregsis.engine.check.Reason;
import dev.ensuregsis.engine.check.Squares;
import dev.ensuregsis.engine.check.Tally;
import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.MisfitReason;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class MisfitFileTest {
    private static final String HEADER = "\"table\",\"index\",\"key\",\"reasons\"\r\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void ofAWholeCheckTheRowsAreLeftAndNothingElse() throws Exception {
        try (var misfits = MisfitFile.open(file())) {
            misfits.misfits(List.of(misfit("bookings", "a")));
            misfits.reached("bookings", () -> places("bookings", 1));
            misfits.finish();
        }

        assertThat(file())
                .hasContent(
                        HEADER
                                + "\"bookings\",\"agent-index\",\"{\"\"id\"\":{\"\"S\"\":\"\"a\"\"}}\",\"agent is NULL, not S\"\r\n");
        assertThat(folder.toFile().list()).containsExactly("misfits.csv");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its file systems have no POSIX permissions to look at")
    void nobodyElseReadsItOrThePlacesNorWhatWasThereBefore() throws Exception {
        Files.writeString(file(), "before");
        try (var misfits = MisfitFile.open(file())) {
            misfits.reached("bookings", () -> places("bookings", 1));

            for (var path : List.of(file(), folder.resolve("misfits.csv.places"))) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .isEqualTo("rw-------");
            }
        }
    }

    /** What a killed check wrote after its last places is cut off: it is read again. */
    @Test
    void aKilledCheckGoesOnFromItsPlaces() throws Exception {
        var killed = folder.resolve("killed.csv");
        try (var misfits = MisfitFile.open(file())) {
            misfits.misfits(List.of(misfit("flights", "f")));
            misfits.reached("flights", () -> places("flights", 3));
            misfits.misfits(List.of(misfit("bookings", "a")));
            misfits.reached("bookings", () -> places("bookings", 1));
            misfits.misfits(List.of(misfit("bookings", "never reached")));
            // As a kill at this moment leaves it.
            Files.copy(file(), killed);
            Files.copy(folder.resolve("misfits.csv.places"), folder.resolve("killed.csv.places"));
        }
        Files.writeString(killed, "\"book", StandardOpenOption.APPEND);

        try (var again = MisfitFile.open(killed)) {
            assertThat(again.goesOn()).isTrue();
            assertThat(again.reached("flights")).contains(places("flights", 3));
            again.misfits(List.of(misfit("bookings", "next")));
            again.finish();
        }

        assertThat(Files.readString(killed))
                .contains("\"\"f\"\"", "\"\"next\"\"")
                .doesNotContain("never reached");
    }

    /** An ending that isn't a kill keeps it to the last page, whenever the places were last written. */
    @Test
    void anInterruptedCheckKeepsAllThatItRead() throws Exception {
        try (var misfits = MisfitFile.open(file())) {
            for (int page = 1; page <= 3; page++) {
                int number = page;
                misfits.misfits(List.of(misfit("bookings", "page-" + page)));
                misfits.reached("bookings", () -> places("bookings", number));
            }
            Thread.currentThread().interrupt();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        try (var again = MisfitFile.open(file())) {
            assertThat(again.reached("bookings")).contains(places("bookings", 3));
            assertThat(Files.readString(file())).contains("page-1", "page-2", "page-3");
        }
    }

    @Test
    void theRowsOfATableThatIsReadAnewAreTakenOut() throws Exception {
        try (var misfits = MisfitFile.open(file())) {
            misfits.misfits(List.of(misfit("bookings", "old"), misfit("bookings-2", "other")));
            misfits.reached("bookings", () -> places("bookings", 1));
        }

        try (var again = MisfitFile.open(file())) {
            again.restarted("bookings");
            again.misfits(List.of(misfit("bookings", "new")));
            again.finish();
        }

        assertThat(Files.readString(file()))
                .startsWith(HEADER)
                .contains("other", "new")
                .doesNotContain("old");
    }

    @Test
    void whereThatFailsTheFileIsAsBeforeAndNothingLiesBesideIt() throws Exception {
        try (var misfits = MisfitFile.open(file())) {
            misfits.misfits(List.of(misfit("bookings", "old")));
            misfits.reached("bookings", () -> places("bookings", 1));
        }
        var damaged = Files.readString(file()).replace("old", "\u00f6d");
        Files.writeString(file(), damaged);

        try (var again = MisfitFile.open(file())) {
            assertThatThrownBy(() -> again.restarted("bookings")).isInstanceOf(UncheckedIOException.class);
        }

        assertThat(Files.readString(file())).isEqualTo(damaged);
        assertThat(folder.resolve("misfits.csv.places.tmp")).doesNotExist();
    }

    @Test
    void whatIsNotOursIsNotGoneOnFrom() throws IOException {
        Files.writeString(file(), HEADER);
        for (var places : List.of("{", "7", "{\"version\": \"2\"}", "{\"version\": \"1\"}", "")) {
            Files.writeString(folder.resolve("misfits.csv.places"), places);

            assertThatThrownBy(() -> MisfitFile.open(file()))
                    .isInstanceOf(RefusedException.class)
                    .hasMessageContaining("To begin anew, delete it");
        }
    }

    @Test
    void aFileThatIsShorterThanItsPlacesSayIsRefused() throws Exception {
        try (var misfits = MisfitFile.open(file())) {
            misfits.reached("bookings", () -> places("bookings", 1));
        }
        Files.copy(new ByteArrayInputStream(new byte[3]), file(), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> MisfitFile.open(file()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("shorter than a killed check left it");
    }

    private Path file() {
        return folder.resolve("misfits.csv");
    }

    private static Misfit misfit(String table, String id) {
        return new Misfit(
                new IndexId(table, "agent-index"),
                Map.of("id", AttributeValue.fromS(id)),
                List.of(new MisfitReason.Null("agent", AttributeType.S)));
    }

    private static Places places(String table, int begun) {
        var tally = new Tally(
                7,
                3.5,
                Map.of(
                        "agent-index",
                        new IndexTally(
                                4, 2, 1, Map.of(new Reason("agent", Reason.Kind.NULL, "agent is NULL, not S"), 1L))));
        var bytes = AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {1, 2}));
        return new Places(
                table + "\nidentity",
                Long.MIN_VALUE + 1,
                4,
                begun,
                Map.of(
                        0, new OpenPart(null, Tally.NONE),
                        2, new OpenPart(Map.of("id", bytes, "n", AttributeValue.fromN("-1.5")), tally)),
                tally,
                Map.of("agent-index", new Squares(1.5, 2, 1e300)),
                begun == 3);
    }
}
