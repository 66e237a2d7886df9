package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.LockPolicy;
import dev.ensuregsis.engine.state.StateOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockTest {
    private static final StateOptions CREATE = StateOptions.DEFAULT.withActivity("gsi:create");

    @TempDir
    Path directory;

    private static GsiStateManager manager(Path directory, StateOptions options) {
        var manager = new GsiStateManager("flights", directory, options);
        manager.initializeGsis(Fixtures.table("bookings", "one", "two"));
        return manager;
    }

    private static void change(GsiStateManager manager) {
        manager.updateGsiStatus("bookings", "one", GsiStatus.IN_PROGRESS);
    }

    private static int count(GsiStateManager manager) {
        return manager.getGsiStatus("bookings", "two").orElseThrow().retryCount();
    }

    /** On "go" tries to change the file, and says how that went; on "leave" closes it. */
    static final class Contender {
        public static void main(String[] arguments) throws IOException {
            var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            System.out.println("ready");
            var manager = manager(Path.of(arguments[0]), CREATE);
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                if (line.equals("go")) {
                    try {
                        change(manager);
                        System.out.println("won");
                    } catch (StateException.Locked e) {
                        System.out.println(e.getMessage());
                    }
                } else {
                    manager.close();
                    manager = manager(Path.of(arguments[0]), CREATE);
                    System.out.println("left");
                }
            }
        }
    }

    @Test
    void ofTwoProcessesOneWinsAndTheOtherIsToldWho() {
        try (var one = ChildJvm.start(Contender.class, directory.toString());
                var two = ChildJvm.start(Contender.class, directory.toString())) {
            assertThat(List.of(one.line(), two.line())).containsOnly("ready");
            for (int round = 0; round < 20; round++) {
                one.say("go");
                two.say("go");
                var first = one.line();
                var second = two.line();

                assertThat(List.of(first, second)).containsOnlyOnce("won");
                var winner = first.equals("won") ? one : two;
                assertThat(first.equals("won") ? second : first)
                        .contains("is in use by process " + winner.pid() + " on ")
                        .contains("(gsi:create)")
                        .contains("keep another state");
                one.say("leave");
                two.say("leave");
                assertThat(List.of(one.line(), two.line())).containsOnly("left");
            }
        }
    }

    @Test
    void theLockEndsWithAKilledOwnerAndReadingNeedsNone() {
        try (var owner = ChildJvm.start(Contender.class, directory.toString());
                var here = manager(directory, CREATE)) {
            assertThat(owner.line()).isEqualTo("ready");
            owner.say("go");
            assertThat(owner.line()).isEqualTo("won");

            assertThat(here.getPendingGsis()).hasSize(2);
            assertThatThrownBy(() -> change(here)).isInstanceOfSatisfying(StateException.Locked.class, refusal -> {
                assertThat(refusal.owner()).isNotNull();
                assertThat(refusal.owner().pid()).isEqualTo(owner.pid());
                assertThat(refusal.owner().activity()).isEqualTo("gsi:create");
            });
            assertThat(here.getGsiStatus("bookings", "one"))
                    .get()
                    .extracting(GsiEntry::status)
                    .isEqualTo(GsiStatus.PENDING);
            owner.kill();

            change(here);
        }
    }

    /** Counts up in the file, in turns. */
    static final class Counter implements Callable<Integer> {
        private static final int TIMES = 25;

        private final Path directory;

        Counter(Path directory) {
            this.directory = directory;
        }

        public static void main(String[] arguments) {
            new Counter(Path.of(arguments[0])).call();
        }

        @Override
        public Integer call() {
            for (int i = 0; i < TIMES; i++) {
                try (var manager = manager(directory, CREATE.withLockPolicy(LockPolicy.TAKE_TURNS))) {
                    change(manager);
                    manager.updateGsiStatus("bookings", "two", GsiStatus.IN_PROGRESS, count(manager) + 1, null);
                    manager.updateGsiStatus("bookings", "one", GsiStatus.FAILED);
                }
            }
            return TIMES;
        }
    }

    @Test
    void processesThatTakeTurnsLoseNothing() {
        try (var one = ChildJvm.start(Counter.class, directory.toString());
                var two = ChildJvm.start(Counter.class, directory.toString())) {
            new Counter(directory).call();
            assertThat(List.of(one.awaitEnd(), two.awaitEnd())).containsOnly(0);
        }
        try (var manager = manager(directory, CREATE)) {
            assertThat(count(manager)).isEqualTo(3 * Counter.TIMES);
        }
    }

    /** Each goal of a Maven build has this project's classes in a class loader of its own. */
    private static final class PluginRealm extends ClassLoader {
        PluginRealm() {
            super(LockTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("dev.ensuregsis.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                var loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                var bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }

        @SuppressWarnings("unchecked")
        Callable<Integer> counter(Path directory) throws ReflectiveOperationException {
            var constructor = loadClass(Counter.class.getName()).getDeclaredConstructor(Path.class);
            constructor.setAccessible(true);
            return (Callable<Integer>) constructor.newInstance(directory);
        }
    }

    @Test
    void managersInClassLoadersOfTheirOwnTakeTurns() throws Exception {
        var threads = Executors.newFixedThreadPool(3);
        try {
            var counters = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 3; i++) {
                counters.add(threads.submit(new PluginRealm().counter(directory)));
            }
            for (var counter : counters) {
                assertThat(counter.get()).isEqualTo(Counter.TIMES);
            }
        } finally {
            threads.shutdownNow();
        }
        try (var manager = manager(directory, CREATE)) {
            assertThat(count(manager)).isEqualTo(3 * Counter.TIMES);
        }
    }

    @Test
    void aThreadThatWouldWaitForItselfIsRefused() throws IOException {
        var link =
                Files.createSymbolicLink(directory.resolve("link"), Files.createDirectory(directory.resolve("real")));
        try (var one = manager(directory.resolve("real"), CREATE);
                var two = manager(link, CREATE)) {
            change(one);

            assertThatThrownBy(() -> change(two)).isInstanceOf(StateException.Locked.class);
        }
    }

    @Test
    void whoWaitsIsToldForWhomAndAnInterruptEndsTheWaitButNotTheLock() throws Exception {
        try (var owner = manager(directory, CREATE);
                var contender = ChildJvm.start(Contender.class, directory.toString())) {
            change(owner);
            var told = new ConcurrentLinkedQueue<Optional<LockOwner>>();
            var failure = new CompletableFuture<Throwable>();
            var waiting = new Thread(() -> {
                try (var other = manager(
                        directory,
                        CREATE.withLockPolicy(LockPolicy.TAKE_TURNS_IN_THIS_JVM).withWaitingListener(told::add))) {
                    change(other);
                    failure.complete(new AssertionError("was not kept waiting"));
                } catch (StateException e) {
                    failure.complete(e);
                }
            });
            waiting.start();
            await().until(() -> !told.isEmpty());
            waiting.interrupt();

            assertThat(failure.get()).isInstanceOf(StateException.Interrupted.class);
            assertThat(told)
                    .singleElement()
                    .satisfies(holder -> assertThat(holder)
                            .get()
                            .extracting(LockOwner::pid)
                            .isEqualTo(ProcessHandle.current().pid()));
            assertThat(contender.line()).isEqualTo("ready");
            contender.say("go");
            assertThat(contender.line())
                    .contains("is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void aSecondManagerOfThisJvmIsRefusedUnlessItMayWait() throws Exception {
        try (var owner = manager(directory, CREATE)) {
            change(owner);
            var failure = new CompletableFuture<Throwable>();
            var other = new Thread(() -> {
                try (var second = manager(directory, CREATE)) {
                    change(second);
                    failure.complete(new AssertionError("was not refused"));
                } catch (StateException e) {
                    failure.complete(e);
                }
            });
            other.start();

            assertThat(failure.get()).isInstanceOf(StateException.Locked.class);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = LockPolicy.class,
            names = {"REFUSE", "TAKE_TURNS_IN_THIS_JVM", "TAKE_TURNS"})
    void nobodyWaitsForAThreadThatHasEnded(LockPolicy policy) throws Exception {
        var left = manager(directory, CREATE);
        var ended = new Thread(() -> change(left));
        ended.start();
        ended.join();

        try (var next = manager(directory, CREATE.withLockPolicy(policy))) {
            assertThatThrownBy(() -> change(next)).isInstanceOf(StateException.Locked.class);
        }
        left.close();
        try (var afterwards = manager(directory, CREATE)) {
            change(afterwards);
        }
    }

    @Test
    void waitingForATurnHasAnEnd() throws Exception {
        try (var owner = manager(directory, CREATE)) {
            change(owner);
            var failure = new CompletableFuture<Throwable>();
            var options =
                    CREATE.withLockPolicy(LockPolicy.TAKE_TURNS_IN_THIS_JVM).withLongestWait(Duration.ofMillis(20));
            var other = new Thread(() -> {
                try (var second = manager(directory, options)) {
                    change(second);
                    failure.complete(new AssertionError("got the turn"));
                } catch (StateException e) {
                    failure.complete(e);
                }
            });
            other.start();

            assertThat(failure.get()).isInstanceOf(StateException.Locked.class);
        }
    }

    @Test
    void whatAnotherRunDidMeanwhileIsGoneOnFrom() {
        try (var late = manager(directory, CREATE)) {
            try (var early = manager(directory, CREATE)) {
                early.updateGsiStatus("bookings", "one", GsiStatus.FAILED, 3, "no");
                early.recordTarget(new Target("123456789012", "eu-central-1", null));
            }
            late.updateGsiStatus("bookings", "two", GsiStatus.IN_PROGRESS);

            assertThat(late.getFailedGsis()).extracting(GsiEntry::lastError).containsExactly("no");
        }
    }

    @Test
    void aFileThatTurnsOutToBeOfAnotherAccountIsNotChanged() {
        try (var late = manager(directory, CREATE)) {
            late.recordTarget(new Target("999999999999", "eu-central-1", null));
            try (var early = manager(directory, CREATE)) {
                early.recordTarget(new Target("123456789012", "eu-central-1", null));
                change(early);
            }

            assertThatThrownBy(() -> change(late)).isInstanceOf(StateException.OtherTarget.class);
            assertThatThrownBy(() -> change(late))
                    .as("and the lock was given back")
                    .isInstanceOf(StateException.OtherTarget.class);
        }
    }
}
