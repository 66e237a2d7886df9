package dev.ensuregsis.it.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ensuregsis.local.ServerDetector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.shared.invoker.MavenInvocationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("@EnsureGsis in the projects of users")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UsersProjectsIT {
    private static String said = "";

    /** One Maven for all of them: they know nothing of each other. */
    @BeforeAll
    static void buildThem() throws IOException, MavenInvocationException {
        said = UsersBuild.test(List.of(), new Properties());
        assertThat(said).contains("BUILD SUCCESS");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "one-dependency  , 6",
        "junit-5.14      , 8",
        "junit-6.0       , 8",
        "junit-6.1       , 8",
        "aws-sdk-2024    , 8",
        "publish-plain   , 1",
        "log4j-core      , 1",
        "beside-others   , 4",
        "kotlin          , 2",
        "modular         , 1",
        "spring-boot-3   , 2",
        "spring-boot-4   , 2",
        "spring-boot-ensures, 5",
        "spring-cloud-aws, 1",
        "micronaut       , 1",
        "quarkus         , 1"
    })
    void works(String project, int tests) throws IOException {
        var report = TestReport.of(project);
        assertThat(report.tests()).as(said).isEqualTo(tests);
        assertThat(report.failed()).as(said).isZero();
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "junit-too-old  , 'JUnit Jupiter 5.12.2 is too old', 'set the property <junit-jupiter.version> to 5.13.4 or later'",
        "aws-sdk-too-old, 'on the class path, 2.25.70'     , 'Set software.amazon.awssdk:bom to 2.29.20 or later'"
    })
    void belowTheOldestThatWorksTheMessageNamesTheVersionToSet(String project, String what, String advice)
            throws IOException {
        var report = TestReport.of(project);
        assertThat(report.failed())
                .as("each class fails once, not once per test")
                .isEqualTo(2);
        assertThat(report.text()).contains(what, advice);
    }

    @Test
    void aClassThatAnotherEngineRunsIsNamed() {
        assertThat(said)
                .contains("com.acme.OfJUnit4Test has @EnsureGsis and is run by the engine junit-vintage,"
                        + " which calls no extension of JUnit Jupiter");
    }

    @Test
    void withoutAnyDynamoDbTheMessageNamesTheDependenciesToAdd() throws IOException {
        var report = TestReport.of("no-dynamodb-local");
        assertThat(report.failed()).as(said).isEqualTo(1);
        assertThat(report.text())
                .contains(
                        "There is no DynamoDB for tests",
                        "add the dependency software.amazon.dynamodb:DynamoDBLocal",
                        "add the dependency org.testcontainers:testcontainers in test scope",
                        "set gsi.endpoint");
    }

    @Test
    void withoutDynamoDbLocalTestsRunInAContainerOrSayThatThereIsNoEngine() throws IOException {
        var report = TestReport.of("container-instead");
        assertThat(report.tests()).isEqualTo(1);
        if (ServerDetector.CONTAINER.obstacle().isEmpty()) {
            assertThat(report.failed()).as(said).isZero();
        } else {
            assertThat(report.failed()).as(said).isEqualTo(1);
            assertThat(report.text()).contains("No container engine answers Testcontainers");
        }
    }

    @EnabledIfSystemProperty(
            named = "ci.build",
            matches = "true",
            disabledReason = "another JDK: mvn -Pci verify has it")
    @Test
    @Order(Integer.MAX_VALUE)
    void worksOnJdk25WhereThereIsOne() throws IOException, MavenInvocationException {
        var java = jdk25();
        assumeTrue(java.isPresent(), "no JDK 25 beside the JDK that runs this");
        var properties = new Properties();
        properties.setProperty("jvm", java.get().toString());
        var output = UsersBuild.test(List.of("one-dependency"), properties);
        var report = TestReport.of("one-dependency");
        assertThat(report.failed()).as(output).isZero();
        assertThat(report.text()).contains("name=\"java.specification.version\" value=\"25\"");
    }

    private static Optional<Path> jdk25() throws IOException {
        try (var jdks = Files.list(Path.of(System.getProperty("java.home")).resolveSibling(""))) {
            return jdks.filter(jdk -> jdk.getFileName().toString().matches(".*\\b25\\b.*"))
                    .map(jdk -> jdk.resolve("bin").resolve("java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
