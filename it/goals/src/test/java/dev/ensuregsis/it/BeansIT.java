package dev.ensuregsis.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code gsi.beans}: classes of the project, read by the project's own Enhanced Client. */
class BeansIT {
    private static final String SDK = "-Dit.sdkVersion=" + System.getProperty("it.sdkVersion");
    private static final String EMBEDDED = "-Dgsi.endpoint=embedded";

    @TempDir
    static Path parent = Path.of("");

    private static Path compiled = Path.of("");

    @BeforeAll
    static void compile() throws IOException {
        compiled = Project.copy("beans-in-two-modules", Files.createDirectory(parent.resolve("compiled")));
        var done = WarmMaven.run(compiled, Map.of(), "compile", SDK);
        assertThat(done.exitCode()).as(done.output()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aGoalTypedAloneReadsTheClassesOfAllModules(SupportedMaven maven) throws IOException, InterruptedException {
        Project.write(compiled, "gsis.json", Project.table("flights", "status-index"));
        var created = maven.run(
                compiled,
                RealMaven.goal("create"),
                EMBEDDED,
                SDK,
                "-Dgsi.tableNamePrefix=test-",
                "-Dgsi.beans=com.acme.app.Sales.AgentBooking=sales, com.acme.model.Booking=bookings");

        assertThat(created.exitCode()).as(created.output()).isZero();
        assertThat(created.lines())
                .contains(
                        "Creating GSI: test-flights.status-index",
                        "Creating GSI: test-sales.agent-index",
                        "Creating GSI: test-sales.passenger-index",
                        "Creating GSI: test-bookings.passenger-index")
                .noneMatch(line -> line.contains("SLF4J"));
    }

    @Test
    void whatCannotBeReadIsNamedInOneGo() throws IOException {
        var refused = WarmMaven.run(
                compiled,
                Map.of(),
                RealMaven.goal("plan"),
                EMBEDDED,
                SDK,
                "-Dgsi.beans=com.acme.app.Sales=sales,com.acme.plain.Price=prices,com.acme.model.Boking=bookings");

        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output())
                .contains(
                        "com.acme.app.Sales: is annotated with neither @DynamoDbBean nor @DynamoDbImmutable",
                        "com.acme.plain.Price: can't be read without the Enhanced Client",
                        "com.acme.model.Boking: isn't on the project's class path: did you mean com.acme.model.Booking?")
                .doesNotContain("\tat ");
    }

    @Test
    void classesThatAreNotCompiledYetAreMissedWithTheCommandThatCompilesThem() throws IOException {
        var sources = Project.copy("beans-in-two-modules", Files.createDirectory(parent.resolve("sources")));

        var refused = WarmMaven.run(
                sources,
                Map.of(),
                RealMaven.goal("plan"),
                EMBEDDED,
                SDK,
                "-Dgsi.beans=com.acme.model.Booking=bookings");

        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output())
                .contains("com.acme.model.Booking: isn't compiled yet", "type: mvn ")
                .contains(" compile " + RealMaven.goal("plan")
                        + " -Dgsi.beans=com.acme.model.Booking=bookings -Dgsi.endpoint=embedded");
    }

    @Test
    void withoutAProjectThereAreNoBeans() throws IOException {
        var nowhere = Files.createDirectories(parent.resolve("nowhere").resolve("project"));

        var refused = WarmMaven.run(
                nowhere, Map.of(), RealMaven.goal("status"), EMBEDDED, "-Dgsi.beans=com.acme.model.Booking=b");

        assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
        assertThat(refused.output()).contains("gsi.beans names classes of a project, but there is no pom.xml in ");
    }
}
