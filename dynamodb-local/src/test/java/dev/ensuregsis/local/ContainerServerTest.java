package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import software.amazon.awssdk.regions.Region;

/** Runs where a container engine answers: it/docker/with-engine.sh starts one where it can. */
class ContainerServerTest {

    @BeforeAll
    static void needAnEngine() {
        var obstacle = ServerDetector.CONTAINER.obstacle();
        Assumptions.assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
    }

    @Test
    void startsOneContainerForAllAndOneThatKeepsKeysApartEachWhenItIsNeeded() {
        try (var server = ContainerServer.of(ContainerServer.DEFAULT_IMAGE)) {
            assertThat(commands()).as("before anybody asks").isEmpty();

            Tables.create(server.shared(), "shared-by-all");
            var other = new DynamoDbEndpoint(server.shared().uri(), Region.EU_NORTH_1, "anykey", "whatever");
            assertThat(Tables.namesIn(other)).containsExactly("shared-by-all");
            assertThat(commands()).singleElement().asString().contains("-sharedDb");

            try (var one = server.newDatabase();
                    var another = server.newDatabase()) {
                Tables.create(one.endpoint(), "mine");
                assertThat(Tables.namesIn(one.endpoint())).containsExactly("mine");
                assertThat(Tables.namesIn(another.endpoint())).isEmpty();
                assertThat(Tables.namesIn(server.shared())).containsExactly("shared-by-all");
                one.close();
                assertThat(Tables.namesIn(one.endpoint())).isEmpty();
            }
            assertThat(commands())
                    .hasSize(2)
                    .anySatisfy(command -> assertThat(command).doesNotContain("-sharedDb"));
        }
        assertThat(commands()).as("after the server was closed").isEmpty();
    }

    /** What runs in the containers of this JVM. */
    private static List<String> commands() {
        return DockerClientFactory.instance()
                .client()
                .listContainersCmd()
                .withLabelFilter(
                        Map.of(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID))
                .exec()
                .stream()
                .map(container -> container.getCommand())
                .filter(command -> command.contains("DynamoDBLocal"))
                .toList();
    }
}
