package dev.ensuregsis.junit;

import static dev.ensuregsis.junit.Fixtures.assertThatRunOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The databases themselves are shown to be given back, a thousand of them, where they are made; this adds the clients. */
@Isolated("counts the threads and the heap of this JVM")
@DisplayName("A database per method")
class TurnoverTest {
    private static final int WARM = 30;
    private static final int TESTS = 150;
    private static final long MEGABYTE = 1 << 20;
    private static final List<Left> LEFT = new CopyOnWriteArrayList<>();

    /** What there is at one time. */
    private record Left(int threads, long heap) {
        static Left now() {
            var memory = ManagementFactory.getMemoryMXBean();
            memory.gc();
            return new Left(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    memory.getHeapMemoryUsage().getUsed());
        }
    }

    @Test
    void leavesNoThreadAndNoHeapBehind() {
        assertThatRunOf(OfMethod.class).succeeded(TESTS);

        var warm = LEFT.get(0);
        var end = LEFT.get(1);
        assertThat(end.threads() - warm.threads())
                .as("threads more than those of a few databases that are just ending")
                .isLessThan(20);
        assertThat(end.heap() - warm.heap())
                .as("bytes more than what JUnit keeps of its tests")
                .isLessThan(10 * MEGABYTE);
    }

    @EnsureGsis(isolation = Isolation.METHOD)
    static class OfMethod {
        @RepeatedTest(TESTS)
        void uses(DynamoDbClient client, DynamoDbAsyncClient async, RepetitionInfo repetition) {
            client.describeLimits();
            if (repetition.getCurrentRepetition() == WARM || repetition.getCurrentRepetition() == TESTS) {
                LEFT.add(Left.now());
            }
        }
    }
}
