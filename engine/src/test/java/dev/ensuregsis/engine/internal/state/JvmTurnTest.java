package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ensuregsis.engine.spi.LockOwner;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Who may be waited for within one JVM. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JvmTurnTest {
    private static final LockOwner OWNER = LockOwner.thisProcess("a test", Instant.EPOCH);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final ConcurrentLinkedQueue<Optional<LockOwner>> waits = new ConcurrentLinkedQueue<>();

    @Test
    void aThreadThatHasEndedIsNotWaitedFor() throws Exception {
        var lock = Path.of("/of-a-thread-that-has-ended");
        var dead = new Thread(() -> take(lock));
        dead.start();
        dead.join();

        assertThatThrownBy(() -> JvmTurn.take(lock, OWNER, LONG, waits::add)).isInstanceOf(JvmTurn.Taken.class);

        assertThat(waits).isEmpty();
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are virtual threads since Java 21")
    void aVirtualThreadThatLivesIsWaitedFor() throws Exception {
        var lock = Path.of("/of-a-virtual-thread");
        var taken = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        virtual(() -> {
            var turn = take(lock);
            taken.countDown();
            awaitUninterruptibly(leave);
            turn.end();
        });
        taken.await();

        var next = CompletableFuture.supplyAsync(() -> take(lock));
        await().until(() -> next.isDone() || !waits.isEmpty());
        leave.countDown();

        next.get().end();
        assertThat(waits).hasSize(1);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are virtual threads since Java 21")
    void aVirtualThreadDoesNotWaitForItself() throws Exception {
        var lock = Path.of("/of-a-virtual-thread-twice");
        var refused = new CompletableFuture<Throwable>();
        virtual(() -> {
            var turn = take(lock);
            try {
                take(lock);
            } catch (IllegalStateException e) {
                refused.complete(e.getCause());
            }
            turn.end();
        });

        assertThat(refused.get()).isInstanceOf(JvmTurn.Taken.class);
    }

    private JvmTurn take(Path lock) {
        try {
            return JvmTurn.take(lock, OWNER, LONG, waits::add);
        } catch (JvmTurn.Taken | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void virtual(Runnable task) throws ReflectiveOperationException {
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }
}
