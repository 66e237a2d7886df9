package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import dev.ensuregsis.local.LocalDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reactors, profiles, settings and offline: where a goal runs, and what of it is whose. */
class WhereGoalsRunIT {
    /** Ends with this JVM. */
    private static final EmbeddedServer SERVER = EmbeddedServer.start();

    @TempDir
    Path parent = Path.of("");

    Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Project.folder(parent);
    }

    @Test
    void aReactorFromTheCommandLineIsOneRunWithItsStateAtTheRoot() throws IOException {
        Project.write(folder, "pom.xml", Project.pom("root", modules("a", "b", "none") + Project.plugin("")));
        module("a", "", "");
        module("b", "", "");
        module("none", "", "");
        Project.write(folder, "a/gsis.json", Project.table("bookings", "agent-index"));
        Project.write(folder, "b/src/main/resources/gsis.json", Project.table("flights", "status-index"));
        try (var database = SERVER.newDatabase()) {
            var created = WarmMaven.run(
                    folder,
                    WarmMaven.keys(database.endpoint()),
                    "gsi:create",
                    "-Dgsi.createTables=true",
                    endpoint(database));

            assertThat(created.exitCode()).as(created.output()).isZero();
            assertThat(created.lines())
                    .contains("Plan for 2 GSIs of 2 tables: 2 tables to create, 2 to create with their tables");
            assertThat(archivesIn(folder))
                    .hasSize(1)
                    .allSatisfy(archive -> assertThat(archive)
                            .content()
                            .contains("bookings.agent-index", "flights.status-index", "\"script_name\": \"root\""));
            assertThat(archivesIn(folder.resolve("a"))).isEmpty();
            assertThat(archivesIn(folder.resolve("b"))).isEmpty();
        }
    }

    /** The last module is green only if it finds what the other two created, on the one server of the session. */
    @Test
    void modulesThatBindTheGoalAreOnTheirOwnAndShareTheEmbeddedServer() throws IOException {
        Project.write(folder, "pom.xml", Project.pom("root", """
                <properties><gsi.endpoint>embedded</gsi.endpoint><gsi.stateDir>state</gsi.stateDir></properties>
                """ + modules("a", "b", "none", "last")));
        module("a", "", Project.plugin(execution("create", "create", "")));
        module("b", "", Project.plugin(execution("create", "create", "")));
        module("none", "", Project.plugin(execution("create", "create", "")));
        module("last", dependencies("a", "b"), Project.plugin(execution("gate", "plan", """
                        <definitions>../a/gsis.json,../b/gsis.json</definitions>
                        <failIfPending>true</failIfPending>
                        """)));
        Project.write(folder, "a/gsis.json", Project.table("bookings", "agent-index"));
        Project.write(folder, "b/gsis.json", Project.table("flights", "status-index"));

        var build = WarmMaven.run(folder, Map.of(), "-T2", "validate");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output())
                .contains(
                        "No definitions in this module: nothing to do.",
                        "Nothing to do: 2 GSIs active and as defined.");
        assertThat(archivesIn(folder.resolve("a/state")))
                .hasSize(1)
                .allSatisfy(archive -> assertThat(archive)
                        .content()
                        .contains("bookings.agent-index", "\"endpoint\": \"embedded\"")
                        .doesNotContain("flights"));
        assertThat(archivesIn(folder.resolve("b/state"))).hasSize(1);
        assertThat(folder.resolve("none/state")).doesNotExist();
    }

    @Test
    void anExecutionPerEnvironmentIsInheritedAndAProfileHasItsSay() throws IOException {
        Project.write(
                folder,
                "pom.xml",
                Project.pom(
                        "root",
                        """
                <profiles><profile><id>blue</id>
                  <properties><gsi.tableNameSuffix>-blue</gsi.tableNameSuffix></properties>
                </profile></profiles>
                """ + modules("a")
                                + Project.plugin(
                                        execution(
                                                        "dev",
                                                        "create",
                                                        "<tableNamePrefix>dev-</tableNamePrefix><stateDir>state/dev</stateDir>")
                                                + execution(
                                                        "prod",
                                                        "create",
                                                        "<tableNamePrefix>prod-</tableNamePrefix><stateDir>state/prod</stateDir>"))));
        module("a", "", "");
        Project.write(folder, "a/gsis.json", Project.table("bookings", "agent-index"));
        try (var database = SERVER.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            var build = WarmMaven.run(
                    folder,
                    WarmMaven.keys(database.endpoint()),
                    "-Pblue",
                    "validate",
                    "-Dgsi.createTables=true",
                    endpoint(database));

            assertThat(build.exitCode()).as(build.output()).isZero();
            assertThat(client.listTables().tableNames()).containsExactly("dev-bookings-blue", "prod-bookings-blue");
            assertThat(archivesIn(folder.resolve("a/state/dev"))).hasSize(1);
            assertThat(archivesIn(folder.resolve("a/state/prod"))).hasSize(1);
        }
    }

    /** DynamoDB Local has a database for each access key: the table is in that of the server's key. */
    @Test
    void aServerOfTheSettingsGivesTheKeyAndTheCommandToGoOnIsTheTypedOne() throws IOException {
        Project.write(folder, "gsis.json", Project.table("bookings", "agent-index"));
        try (var database = SERVER.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            Project.write(
                    folder, "settings.xml", """
                    <settings>
                      <servers><server>
                        <id>prod</id><username>%s</username><password>made/Up+Secret</password>
                      </server></servers>
                      <profiles><profile><id>always</id></profile></profiles>
                      <activeProfiles><activeProfile>always</activeProfile></activeProfiles>
                    </settings>
                    """.formatted(database.endpoint().accessKeyId()));

            var gate = WarmMaven.run(
                    folder,
                    Map.of(),
                    "-s",
                    "settings.xml",
                    RealMaven.goal("create"),
                    RealMaven.goal("plan"),
                    "-Dgsi.failIfPending=true",
                    "-Dgsi.serverId=prod",
                    "-Dgsi.tables=bookings",
                    "-Dgsi.createTables=true",
                    endpoint(database));

            assertThat(gate.exitCode()).as(gate.output()).isZero();
            assertThat(gate.output()).doesNotContain("made/Up+Secret");
            assertThat(client.listTables().tableNames()).containsExactly("bookings");

            var red = WarmMaven.run(
                    folder,
                    Map.of(),
                    "-s",
                    "settings.xml",
                    "-P",
                    "!blue",
                    RealMaven.goal("plan"),
                    "-Dgsi.failIfPending=true",
                    "-Dgsi.serverId=prod",
                    "-Dgsi.tableNamePrefix=other-",
                    endpoint(database));

            assertThat(red.exitCode()).as(red.output()).isEqualTo(1);
            assertThat(red.output())
                    .contains("To do it: mvn '-P!blue' " + RealMaven.goal("create") + " -Dgsi.endpoint=")
                    .doesNotContain("made/Up+Secret", "-Palways");
        }
    }

    @Test
    void offlineStatusReadsTheFileAndHelpNamesEveryProperty() throws IOException {
        Project.write(folder, "gsis.json", Project.table("bookings", "agent-index"));
        Project.write(folder, Project.STATE_FILE, """
                {"version": "1.0", "created_at": "2026-02-01T10:30:00Z", "updated_at": "2026-02-01T10:35:00Z",
                 "script_name": "flights", "gsis": {"bookings.agent-index": {
                   "table_name": "bookings", "index_name": "agent-index", "status": "failed",
                   "creation_time": "2026-02-01T10:31:00Z", "retry_count": 5, "last_error": "too many"}}}
                """);

        var status =
                WarmMaven.run(folder, Map.of(), "-o", RealMaven.goal("status"), RealMaven.goal("help"), "-Ddetail");

        assertThat(status.exitCode()).as(status.output()).isZero();
        assertThat(status.output())
                .contains("Maven is offline (-o).", "too many", "Failed:      1")
                .contains("gsi:create", "User property: gsi.retryFailed", "User property: gsi.reportFile");
        assertThat(folder.resolve(Project.STATE_FILE)).exists();
    }

    private void module(String name, String dependencies, String build) throws IOException {
        Project.write(folder, name + "/pom.xml", """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent><groupId>com.acme</groupId><artifactId>root</artifactId><version>1</version></parent>
                  <artifactId>%s</artifactId>
                  <packaging>pom</packaging>
                  %s
                </project>
                """.formatted(name, dependencies + build));
    }

    private static String modules(String... names) {
        return List.of(names).stream()
                .map(name -> "<module>" + name + "</module>")
                .reduce("<modules>", String::concat)
                .concat("</modules>");
    }

    private static String dependencies(String... names) {
        return List.of(names).stream()
                .map(name -> "<dependency><groupId>com.acme</groupId><artifactId>" + name
                        + "</artifactId><version>1</version><type>pom</type></dependency>")
                .reduce("<dependencies>", String::concat)
                .concat("</dependencies>");
    }

    private static String execution(String id, String goal, String configuration) {
        return "<execution><id>" + id + "</id><phase>validate</phase><goals><goal>" + goal
                + "</goal></goals><configuration>" + configuration + "</configuration></execution>";
    }

    private static String endpoint(LocalDatabase database) {
        return "-Dgsi.endpoint=" + database.endpoint().uri();
    }

    private static List<Path> archivesIn(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var archives = Files.newDirectoryStream(folder, ".gsi_creation_state_*.json")) {
            var found = new ArrayList<Path>();
            archives.forEach(found::add);
            return found;
        }
    }
}
