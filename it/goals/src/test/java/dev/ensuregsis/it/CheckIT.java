package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items are checked by a real Maven, outside a project. */
class CheckIT {
    @TempDir
    Path parent = Path.of("");

    @Test
    void aMisfitEndsTheBuildAndItsKeyIsInTheFile() throws IOException {
        var folder = Project.folder(parent);
        Project.write(folder, "gsis.json", Project.table("flights", "k-index"));
        try (var server = EmbeddedServer.start();
                var database = server.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            Project.createTable(client, "flights");
            client.putItem(put -> put.tableName("flights")
                    .item(Map.of("id", AttributeValue.fromS("LH400"), "k", AttributeValue.fromN("7"))));

            var checked = WarmMaven.run(
                    folder,
                    WarmMaven.keys(database.endpoint()),
                    RealMaven.goal("check"),
                    "-Dgsi.endpoint=" + database.endpoint().uri(),
                    "-Dgsi.checkFile=misfits.csv",
                    "-Dgsi.reportFile=report.json");

            assertThat(checked.exitCode()).as(checked.output()).isEqualTo(1);
            assertThat(checked.output())
                    .contains("k-index leaves out 1 item: k is of type N, not S", "1 misfit: ")
                    .doesNotContain("LH400");
        }
        assertThat(Files.readString(folder.resolve("misfits.csv"))).contains("LH400");
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"verdict\" : \"MISFITS\"")
                .doesNotContain("LH400");
        assertThat(folder.resolve("misfits.csv.places")).doesNotExist();
    }
}
