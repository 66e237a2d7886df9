package dev.ensuregsis.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.local.ContainerServer;
import dev.ensuregsis.local.DynamoDbEndpoint;
import dev.ensuregsis.local.LocalClients;
import dev.ensuregsis.local.ServerDetector;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@DisplayName("In containers, where an engine answers")
class ContainerTest {

    /** The default image by another name: no other can be had everywhere. */
    @Test
    void testsRunOnTheImageOfTheBuild() throws InterruptedException, TimeoutException {
        var obstacle = ServerDetector.CONTAINER.obstacle();
        Assumptions.assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        var pulled = new RemoteDockerImage(DockerImageName.parse(ContainerServer.DEFAULT_IMAGE)).get();
        DockerClientFactory.instance()
                .client()
                .tagImageCmd(pulled, "ensure-gsis/by-another-name", "1")
                .exec();

        Fixtures.of(Shared.class, SharedToo.class, OfMethod.class)
                .with("gsi.server", "CONTAINER")
                .with("gsi.containerImage", "ensure-gsis/by-another-name:1")
                .with("gsi.containerRequired", "true")
                .assertThatRun()
                .succeeded(4);
    }

    /** For those who keep a container of their own. */
    @Test
    void testsRunInTheUsersContainer() {
        var obstacle = ServerDetector.CONTAINER.obstacle();
        Assumptions.assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
        try {
            Fixtures.assertThatRunOf(InMine.class).succeeded(1);
        } finally {
            InMine.MINE.stop();
        }
    }

    static class InMine {
        static final GenericContainer<?> MINE =
                new GenericContainer<>("amazon/dynamodb-local:3.3.1").withExposedPorts(8000);

        static {
            MINE.start();
        }

        @RegisterExtension
        static final EnsureGsisExtension GSIS = EnsureGsisExtension.builder()
                .endpoint(URI.create("http://" + MINE.getHost() + ":" + MINE.getMappedPort(8000)))
                .build();

        @Test
        void isThere(DynamoDbClient client) {
            assertThat(putAndCount(client, "b1")).isEqualTo(1);
        }
    }

    @EnsureGsis
    static class Shared {
        @Test
        void isSeenWithAnyKeyInAnyRegion(DynamoDbEndpoint endpoint) {
            var other = new DynamoDbEndpoint(endpoint.uri(), Region.EU_NORTH_1, "anykey", "whatever");
            try (var client = LocalClients.create(other)) {
                assertThat(putAndCount(client, "b1")).isEqualTo(1);
            }
        }
    }

    @EnsureGsis
    static class SharedToo {
        @Test
        void seesWhatTheOtherPut(DynamoDbClient client) {
            assertThat(putAndCount(client, "b2")).isEqualTo(2);
        }
    }

    @EnsureGsis(isolation = Isolation.METHOD)
    static class OfMethod {
        @RepeatedTest(2)
        void startsEmpty(DynamoDbClient client) {
            assertThat(putAndCount(client, "b3")).isEqualTo(1);
        }
    }

    private static int putAndCount(DynamoDbClient client, String id) {
        client.putItem(put -> put.tableName("bookings").item(Map.of("bookingId", AttributeValue.fromS(id))));
        return client.scan(scan -> scan.tableName("bookings")).count();
    }

    @Test
    void withoutAnEngineTestsAreSkippedWithTheReasonOrFailByChoice() {
        var obstacle = ServerDetector.CONTAINER.obstacle();
        Assumptions.assumeTrue(obstacle.isPresent(), "a container engine answers");

        Fixtures.of(OfMethod.class)
                .with("gsi.server", "CONTAINER")
                .assertThatRun()
                .skippedOnceInItsContainer()
                .hasMessageContainingAll("No container engine answers", "gsi.containerRequired=true");
        Fixtures.of(OfMethod.class)
                .with("gsi.server", "CONTAINER")
                .with("gsi.containerRequired", "true")
                .assertThatRun()
                .failedOnceInItsContainer()
                .isInstanceOf(EnsureGsisException.class)
                .hasMessageContaining("No container engine answers");
    }
}
