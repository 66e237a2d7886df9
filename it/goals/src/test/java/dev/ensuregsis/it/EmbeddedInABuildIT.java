package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes after a goal in a session finds the embedded server: tests and applications in JVMs of their own. */
class EmbeddedInABuildIT {
    private static final String VERSION = "-Dit.version=" + System.getProperty("it.version");
    private static final String SDK = "-Dit.sdkVersion=" + System.getProperty("it.sdkVersion");

    /** Of the JVMs with the tests. */
    private static final String SHORT_LIVED = "-DargLine=" + RealMaven.SHORT_LIVED;

    @TempDir
    Path parent = Path.of("");

    @ParameterizedTest
    @EnumSource
    void forkedTestsOfModulesThatAreBuiltInParallel(SupportedMaven maven) throws IOException, InterruptedException {
        var folder = Project.copy("forked-tests", parent);

        var build = maven.run(folder, "-T2", "verify", VERSION, SDK, SHORT_LIVED);

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(folder.resolve("bookings/target/failsafe-reports/TEST-com.acme.bookings.BookingsIT.xml"))
                .exists();
        assertThat(folder.resolve("flights/target/failsafe-reports/TEST-com.acme.flights.FlightsIT.xml"))
                .exists();
    }

    /** The tests alone have the goal typed before them, once for both modules. */
    @Test
    void aGoalThatIsTypedBeforeOthersTellsAllModules() throws IOException, InterruptedException {
        var folder = Project.copy("forked-tests", parent);

        var build = SupportedMaven.OLDEST.run(
                folder,
                "gsi:create",
                "test-compile",
                "failsafe:integration-test",
                "failsafe:verify",
                VERSION,
                SDK,
                SHORT_LIVED);

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(build.output()).contains("Plan for 2 GSIs of 2 tables");
        assertThat(folder.resolve("flights/target/failsafe-reports/TEST-com.acme.flights.FlightsIT.xml"))
                .exists();
    }

    @Test
    void modulesThatAskForDifferentServersAreRefused() throws IOException {
        var folder = Project.folder(parent);
        Project.write(
                folder,
                "pom.xml",
                Project.pom(
                        "root",
                        Project.plugin(
                                execution("first", "DEFAULT", "validate") + execution("second", "OFF", "initialize"))));
        Project.write(folder, "gsis.json", Project.table("bookings", "agent-index"));

        var build = WarmMaven.run(folder, Map.of(), "initialize", "-Dgsi.endpoint=embedded");

        assertThat(build.exitCode()).isEqualTo(1);
        assertThat(build.output())
                .contains(
                        "The DynamoDB Local of this Maven session runs already",
                        "in memory, gsi.strict=DEFAULT; here it is to be in memory, gsi.strict=OFF");
    }

    /** As with spring-boot:run: its lifecycle works on a copy of the module, itself it has the module's own properties. */
    @Test
    void aGoalThatForksTheLifecycleInWhichTheServerStarts() throws IOException {
        var folder = Project.folder(parent);
        var plugins = Project.plugin(execution("early", "DEFAULT", "generate-sources"))
                .replace("</plugins>", """
                        <plugin>
                          <groupId>org.apache.maven.plugins</groupId>
                          <artifactId>maven-source-plugin</artifactId>
                          <version>3.4.0</version>
                          <configuration><finalName>at-${gsi.embedded.port}</finalName></configuration>
                        </plugin>
                        </plugins>""");
        Project.write(
                folder,
                "pom.xml",
                Project.pom("forking", plugins).replace("<packaging>pom</packaging>", "<packaging>jar</packaging>"));
        Project.write(folder, "gsis.json", Project.table("bookings", "agent-index"));
        Project.write(folder, "src/main/resources/some.txt", "some");

        var build = WarmMaven.run(folder, Map.of(), "source:jar", "-Dgsi.endpoint=embedded");

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(folder.resolve("target")).isDirectoryContaining("regex:.*/at-\\d+-sources\\.jar");
    }

    @Test
    void anApplicationThatSpringBootsPluginStartsAndItsTests() throws IOException, InterruptedException {
        var folder = Project.copy("spring-boot-started", parent);

        // The application has this Maven's standard output.
        var build = SupportedMaven.NEXT.run(folder, "verify", VERSION, SDK, SHORT_LIVED, "-Dit.jmxPort=" + freePort());

        assertThat(build.exitCode()).as(build.output()).isZero();
        assertThat(folder.resolve("target/failsafe-reports/TEST-com.acme.BookingsIT.xml"))
                .exists();
    }

    @Test
    void thePageShowsThePomThatIsBuiltHere() throws IOException {
        var pom = Files.readString(Path.of(System.getProperty("it.projects"), "forked-tests/pom.xml"));
        var page = Files.readString(Path.of(System.getProperty("it.docs"), "local-server.md"));
        var plugins = page.substring(page.indexOf("<plugin>"), page.lastIndexOf("</plugin>"));

        assertThat(pom.replaceAll("\\s+", " "))
                .contains(plugins.replace("0.1.0-SNAPSHOT", "${it.version}").replaceAll("\\s+", " "));
    }

    private static String execution(String id, String strict, String phase) {
        return "<execution><id>" + id + "</id><phase>" + phase + "</phase><goals><goal>create</goal></goals>"
                + "<configuration><strict>" + strict + "</strict></configuration></execution>";
    }

    /** Spring Boot's plugin takes a port by number only. */
    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
