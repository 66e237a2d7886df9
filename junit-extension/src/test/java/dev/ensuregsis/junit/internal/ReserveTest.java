package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.junit.EnsureGsisException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DisplayName("The database of the next method")
class ReserveTest {
    private final List<Made> made = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> background = new ConcurrentLinkedQueue<>();
    private final CountDownLatch secondBegins = new CountDownLatch(1);
    private CountDownLatch whileMaking = new CountDownLatch(0);
    private int failsAt = Integer.MAX_VALUE;

    /** A database that knows whether it was closed. */
    private static final class Made implements AutoCloseable {
        boolean closed;

        @Override
        public void close() {
            closed = true;
        }
    }

    private Made make() {
        if (made.size() == failsAt) {
            throw new EnsureGsisException("no more", null);
        }
        var one = new Made();
        made.add(one);
        if (made.size() == 2) {
            secondBegins.countDown();
        }
        try {
            whileMaking.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return one;
    }

    private Reserve<Made> reserve(Class<?> testClass) {
        return new Reserve<>(this::make, TestsToCome.in(testClass), background::add);
    }

    private static Method test(Class<?> testClass, String name) {
        try {
            return testClass.getDeclaredMethod(name);
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }

    private void runBackground() {
        for (var task = background.poll(); task != null; task = background.poll()) {
            task.run();
        }
    }

    static class TwoTests {
        @Test
        void one() {}

        @Test
        void two() {}
    }

    static class WithNested extends TwoTests {
        @Nested
        class Inner {
            @Test
            void three() {}
        }
    }

    static class Repeated {
        @RepeatedTest(2)
        void again() {}
    }

    @Test
    void isMadeWhileATestRunsAndTakenByTheNext() throws Exception {
        try (var reserve = reserve(TwoTests.class)) {
            assertThat(made).hasSize(1);
            assertThat(reserve.take(test(TwoTests.class, "one"))).isSameAs(made.get(0));

            runBackground();
            assertThat(made).hasSize(2);
            assertThat(reserve.take(test(TwoTests.class, "two"))).isSameAs(made.get(1));
        }
        assertThat(background).isEmpty();
        assertThat(made).hasSize(2).noneMatch(one -> one.closed);
    }

    @Test
    void isMadeByWhoNeedsItWhereTheBackgroundIsBusy() throws Exception {
        try (var reserve = reserve(TwoTests.class)) {
            reserve.take(test(TwoTests.class, "one"));
            assertThat(reserve.take(test(TwoTests.class, "two"))).isSameAs(made.get(1));
        }
        runBackground();
        assertThat(made).hasSize(2);
    }

    @Test
    void testsInParallelEachHaveOneAndOneIsInReserve() throws Exception {
        try (var reserve = reserve(Repeated.class)) {
            var again = test(Repeated.class, "again");
            reserve.take(again);
            runBackground();
            reserve.take(again);
            reserve.take(again);
            reserve.take(again);
            assertThat(background).hasSizeLessThanOrEqualTo(3);
            runBackground();
        }
        assertThat(made).hasSize(5).extracting(one -> one.closed).containsExactly(false, false, false, false, true);
    }

    @Test
    void isClosedWhereNobodyTakesItAndNeverMadeWhereNobodyHasBegun() throws Exception {
        try (var reserve = reserve(Repeated.class)) {
            reserve.take(test(Repeated.class, "again"));
        }
        runBackground();
        assertThat(made).hasSize(1);

        try (var reserve = reserve(Repeated.class)) {
            reserve.take(test(Repeated.class, "again"));
            runBackground();
        }
        assertThat(made).extracting(one -> one.closed).containsExactly(false, false, true);
    }

    @Test
    void whatNestedClassesTakeIsExpectedToo() throws Exception {
        try (var reserve = reserve(WithNested.class)) {
            reserve.take(test(TwoTests.class, "one"));
            runBackground();
            reserve.take(test(TwoTests.class, "two"));
            runBackground();
            assertThat(made).hasSize(3);
            reserve.take(test(WithNested.Inner.class, "three"));
            runBackground();
            assertThat(made).hasSize(3);
        }
    }

    @Test
    void aFailureInTheBackgroundIsMetByTheTestThatWantsIt() throws Exception {
        failsAt = 1;
        try (var reserve = reserve(TwoTests.class)) {
            reserve.take(test(TwoTests.class, "one"));
            runBackground();
            assertThatThrownBy(() -> reserve.take(test(TwoTests.class, "two")))
                    .isInstanceOf(EnsureGsisException.class)
                    .hasMessage("no more");
        }
    }

    @Test
    void anInterruptedTestLeavesItToBeClosed() throws Exception {
        try (var reserve = reserve(TwoTests.class)) {
            reserve.take(test(TwoTests.class, "one"));
            var isMade = new CountDownLatch(1);
            whileMaking = isMade;
            var busy = new Thread(this::runBackground);
            busy.start();
            secondBegins.await();

            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> reserve.take(test(TwoTests.class, "two")))
                    .isInstanceOf(EnsureGsisException.class)
                    .hasMessageContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            isMade.countDown();
            busy.join();
        }
        assertThat(made.get(1).closed).isTrue();
    }
}
