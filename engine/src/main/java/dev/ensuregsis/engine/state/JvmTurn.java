package dev.ensuregsis.engine.state;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Turns within one JVM, where file locks are of no use: they belong to the process, and closing any channel on the file
 * drops them. The turn is a system property, guarded by the interned name of it: the only things that plugins in class
 * loaders of their own, with this class in each, have in common.
 */
final class JvmTurn {
    /** Notification is enough, unless someone resets the system properties. */
    private static final long LOOK_AGAIN_MILLIS = 1000;

    private final String name;

    private JvmTurn(String name) {
        this.name = name;
    }

    /** The turn is this very thread's already: it would wait for itself. */
    static final class OwnTurn extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static JvmTurn take(Path lock, LockOwner owner, Consumer<Optional<LockOwner>> waiting)
            throws InterruptedException, OwnTurn {
        var name = ("dev.ensuregsis.state:" + lock).intern();
        var thread = Thread.currentThread().getId() + " ";
        boolean told = false;
        synchronized (name) {
            for (var holder = System.getProperty(name); holder != null; holder = System.getProperty(name)) {
                if (holder.startsWith(thread)) {
                    throw new OwnTurn();
                }
                if (!told) {
                    waiting.accept(LockOwner.parse(holder.substring(holder.indexOf(' ') + 1)));
                    told = true;
                }
                name.wait(LOOK_AGAIN_MILLIS);
            }
            System.setProperty(name, thread + owner.json());
        }
        return new JvmTurn(name);
    }

    void end() {
        synchronized (name) {
            System.clearProperty(name);
            name.notifyAll();
        }
    }
}
