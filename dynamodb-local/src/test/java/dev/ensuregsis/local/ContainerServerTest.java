package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

/** Runs where a container engine answers: it/docker/with-engine.sh starts one where it can. */
class ContainerServerTest {

    private static ContainerServer server;

    @BeforeAll
    static void start() {
        var obstacle = ServerDetector.CONTAINER.obstacle();
        Assumptions.assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        server = ContainerServer.of(ContainerServer.DEFAULT_IMAGE);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void showsTheSharedDatabaseToAnyKeyInAnyRegion() {
        Tables.create(server.shared(), "shared-by-all");

        var other = new DynamoDbEndpoint(server.shared().uri(), Region.EU_NORTH_1, "anykey", "whatever");

        assertThat(Tables.namesIn(other)).contains("shared-by-all");
    }

    @Test
    void hidesADatabaseOfItsOwnFromAllOthers() {
        var one = server.newDatabase();
        var another = server.newDatabase();
        Tables.create(one.endpoint(), "mine");

        assertThat(Tables.namesIn(one.endpoint())).containsExactly("mine");
        assertThat(Tables.namesIn(another.endpoint())).isEmpty();
        assertThat(Tables.namesIn(server.shared())).doesNotContain("mine");

        one.close();
        assertThat(Tables.namesIn(one.endpoint())).isEmpty();
        another.close();
    }
}
