package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.LockOwner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns within one JVM, where file locks are of no use: they belong to the process, and closing any channel on the file
 * drops them. The turn is a system property, guarded by the interned name of it: the only things that plugins in class
 * loaders of their own, with this class in each, have in common.
 */
final class JvmTurn {
    /** Notification is enough, unless someone resets the system properties, or a thread dies with its turn. */
    private static final long LOOK_AGAIN_MILLIS = 1000;

    private final String name;

    private JvmTurn(String name) {
        this.name = name;
    }

    /** The turn is another's for longer than was to be waited. */
    static final class Taken extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable LockOwner owner;

        Taken(Holder holder) {
            this.owner = holder.owner().orElse(null);
        }

        @Nullable
        LockOwner owner() {
            return owner;
        }
    }

    /** Waits for the turn; at once, or after that long, it is refused. A turn of a dead thread, or one's own, never ends. */
    static JvmTurn take(Path lock, LockOwner owner, Duration longest, Consumer<Optional<LockOwner>> whenWaiting)
            throws InterruptedException, Taken {
        var name = ("dev.ensuregsis.state:" + lock).intern();
        var waiting = new Waiting(longest);
        boolean told = false;
        synchronized (name) {
            for (var holder = Holder.of(name); holder.isPresent(); holder = Holder.of(name)) {
                if (waiting.isOver() || !holder.get().mayEnd()) {
                    throw new Taken(holder.get());
                }
                if (!told) {
                    whenWaiting.accept(holder.get().owner());
                    told = true;
                }
                name.wait(waiting.millis(LOOK_AGAIN_MILLIS));
            }
            System.setProperty(name, Holder.text(owner));
        }
        return new JvmTurn(name);
    }

    void end() {
        synchronized (name) {
            System.clearProperty(name);
            name.notifyAll();
        }
    }

    /**
     * Who has a turn: a thread's number, and behind it the owner as JSON. That of a virtual thread is negative, as nobody
     * can list those: whether it lives isn't known.
     */
    private record Holder(long thread, Optional<LockOwner> owner) {
        static String text(LockOwner owner) {
            return thisThread() + " " + LockOwnerText.of(owner);
        }

        static Optional<Holder> of(String name) {
            var text = System.getProperty(name);
            if (text == null) {
                return Optional.empty();
            }
            var space = text.indexOf(' ');
            return Optional.of(new Holder(
                    Long.parseLong(text.substring(0, space)), LockOwnerText.parse(text.substring(space + 1))));
        }

        /** One who waits for itself, or for a thread that has ended, waits for ever. */
        boolean mayEnd() {
            return thread != thisThread() && mayLive();
        }

        private boolean mayLive() {
            return thread < 0
                    || Thread.getAllStackTraces().keySet().stream().anyMatch(alive -> alive.getId() == thread);
        }

        private static long thisThread() {
            var thread = Thread.currentThread();
            return isVirtual(thread) ? -thread.getId() : thread.getId();
        }

        /** There are none before Java 21, nor the question. */
        private static boolean isVirtual(Thread thread) {
            try {
                return Boolean.TRUE.equals(Thread.class.getMethod("isVirtual").invoke(thread));
            } catch (ReflectiveOperationException none) {
                return false;
            }
        }
    }
}
