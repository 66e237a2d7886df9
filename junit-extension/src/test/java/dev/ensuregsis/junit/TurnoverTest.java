package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Isolated("counts the threads and the heap of this JVM")
@DisplayName("A database per method, one after another, with its clients")
class TurnoverTest {
    private static final int WARM = 50;
    private static final int DATABASES = 200;
    private static final int ASYNC_CLIENTS = 150;
    private static final int COLLECTIONS = 4;

    /** JUnit's own descriptors and events take some 5 kB. */
    private static final long BYTES_PER_TEST = 10_000;

    private static final List<Left> LEFT = new CopyOnWriteArrayList<>();

    /** What there is at one time. */
    private record Left(int threads, long heap) {
        static Left now() {
            // What one collection finds unused may hold others until it has been cleaned up: the next one finds them.
            var heap = LongStream.generate(Left::heapAfterCollection)
                    .limit(COLLECTIONS)
                    .min()
                    .orElseThrow();
            return new Left(ManagementFactory.getThreadMXBean().getThreadCount(), heap);
        }

        private static long heapAfterCollection() {
            var memory = ManagementFactory.getMemoryMXBean();
            memory.gc();
            return memory.getHeapMemoryUsage().getUsed();
        }

        static void lookWhenWarmAndAtTheEnd(RepetitionInfo repetition) {
            var current = repetition.getCurrentRepetition();
            if (current == WARM || current == repetition.getTotalRepetitions()) {
                LEFT.add(now());
            }
        }
    }

    @Test
    void hundredsLeaveNoThreadAndNoHeapBehind() {
        assertNothingIsLeftBy(OfMethod.class, DATABASES);
    }

    @Test
    void theirAsyncClientsNeither() {
        assertNothingIsLeftBy(WithAsyncClient.class, ASYNC_CLIENTS);
    }

    private static void assertNothingIsLeftBy(Class<?> fixture, int tests) {
        LEFT.clear();
        assertThatRunOf(fixture).succeeded(tests);

        var warm = LEFT.get(0);
        var end = LEFT.get(1);
        assertThat(end.threads() - warm.threads())
                .as("threads more than those of a few databases that are just ending")
                .isLessThan(20);
        assertThat((end.heap() - warm.heap()) / (tests - WARM))
                .as("bytes per test")
                .isLessThan(BYTES_PER_TEST);
    }

    @EnsureGsis(tables = @Table(name = "flights", partitionKey = "flightId"), isolation = Isolation.METHOD)
    static class OfMethod {
        @RepeatedTest(DATABASES)
        void uses(DynamoDbClient client, RepetitionInfo repetition) {
            client.describeTable(describe -> describe.tableName("flights"));
            Left.lookWhenWarmAndAtTheEnd(repetition);
        }
    }

    @EnsureGsis(tables = @Table(name = "flights", partitionKey = "flightId"), isolation = Isolation.METHOD)
    static class WithAsyncClient {
        @RepeatedTest(ASYNC_CLIENTS)
        void uses(DynamoDbAsyncClient client, RepetitionInfo repetition) {
            client.describeTable(describe -> describe.tableName("flights")).join();
            Left.lookWhenWarmAndAtTheEnd(repetition);
        }
    }
}
