package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A state in a table, as it is shown, and as it gets there from a file. */
class StateTableMovesIT extends MachinesWithOneState {

    StateTableMovesIT() {
        super(Emulator.DYNAMODB_LOCAL, 3);
    }

    /** DynamoDB Local never ends the backfill over such an item, so the run lives as long as the test wants it to. */
    @Test
    void aLivingRunIsLeftAloneAndShown() throws IOException, InterruptedException {
        client.putItem(request -> request.tableName("bookings")
                .item(Map.of("id", AttributeValue.fromS("1"), "k", AttributeValue.fromNul(true))));
        var first = start("one");
        first.awaitOutput("Creating GSI: bookings.index-0");

        Project.createTable(client, "flights");
        Files.createDirectories(parent.resolve("two"));
        Project.write(parent.resolve("two"), "gsis.json", Project.table("flights", "by-day"));
        var second = create("two");
        var status = run("three", "status");

        assertThat(second.exitCode()).as(second.output()).isEqualTo(1);
        assertThat(second.output())
                .contains("is in use by process " + first.process().pid());
        assertThat(status.exitCode()).as(status.output()).isZero();
        assertThat(status.output())
                .contains(
                        "State:       table gsi-state",
                        "in use by process " + first.process().pid());
        first.signal("TERM");
        first.end();

        var exported = run("three", "status", "-Dgsi.exportState=exported.json");
        assertThat(exported.output()).doesNotContain("in use by");
        assertThat(parent.resolve("three").resolve("exported.json"))
                .content()
                .contains("\"version\": \"1.0\"", "bookings.index-0");
        var after = create("two");
        assertThat(after.exitCode()).as(after.output()).isZero();
        assertThat(run("three", "status", "-Dgsi.history=3").output())
                .contains("Earlier runs:", "ensured", "flights.by-day");
    }

    @Test
    void aFileIsTakenInAndTwoStatesAreRefused() throws IOException {
        var begun = create("one", "-Dgsi.state=file", "-Dgsi.wait=false");
        var file = parent.resolve("one").resolve(Project.STATE_FILE);
        assertThat(file).as(begun.output()).exists();

        var taken = create("one", "-Dgsi.importState=true");

        assertThat(taken.exitCode()).as(taken.output()).isZero();
        assertThat(taken.lines()).anyMatch(line -> line.startsWith("Loaded state from"));
        assertThat(file).as("it is archived").doesNotExist();
        assertAllActive();
    }
}
