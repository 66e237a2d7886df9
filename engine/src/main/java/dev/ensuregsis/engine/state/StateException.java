package dev.ensuregsis.engine.state;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The state can't be read, changed or put away. The message is for the user: what is wrong, where, what to do. Nothing
 * has been changed by the call that throws it.
 */
public abstract sealed class StateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private StateException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Another process, or another manager of this thread, works on the state file. */
    public static final class Locked extends StateException {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable LockOwner owner;

        Locked(Path file, @Nullable LockOwner owner) {
            super(
                    "The state file " + file + " is in use by " + (owner == null ? "another process" : owner)
                            + ". Wait until it has ended, or give this run a state directory of its own"
                            + " (gsi.stateDir). The lock ends with its owner: there is nothing to remove by hand.",
                    null);
            this.owner = owner;
        }

        /**
         * Who holds the lock.
         *
         * @return the owner; null if it could not be read
         */
        public @Nullable LockOwner owner() {
            return owner;
        }
    }

    /** The thread was interrupted while it waited for its turn. */
    public static final class Interrupted extends StateException {
        private static final long serialVersionUID = 1L;

        Interrupted(Path file) {
            super("Interrupted while waiting for another run to leave the state file " + file + ".", null);
        }
    }

    /** The state could not be written: a full disk, a directory that is read-only. */
    public static final class NotWritten extends StateException {
        private static final long serialVersionUID = 1L;

        NotWritten(Path file, IOException cause) {
            super(
                    "The state could not be saved to " + file + ": " + reason(cause)
                            + ". Make the directory writable and free some space, or name another directory"
                            + " (gsi.stateDir), then run again: what DynamoDB already has is found by looking.",
                    cause);
        }
    }

    /** The state file is there and could not be read. */
    public static final class NotRead extends StateException {
        private static final long serialVersionUID = 1L;

        NotRead(Path file, IOException cause) {
            super("The state file " + file + " could not be read: " + reason(cause) + ".", cause);
        }
    }

    /** The state file has a format that this version doesn't know. It is left as it is. */
    public static final class OtherVersion extends StateException {
        private static final long serialVersionUID = 1L;

        OtherVersion(Path file, String version) {
            super(
                    "The state file " + file + " has format version \"" + version + "\"; this tool knows \""
                            + StateDocument.VERSION + "\". Use the version that wrote it, or another directory"
                            + " (gsi.stateDir).",
                    null);
        }
    }

    /** The state file is about another account, region or endpoint. It is left as it is. */
    public static final class OtherTarget extends StateException {
        private static final long serialVersionUID = 1L;

        private final transient Target.Conflict conflict;

        OtherTarget(Path file, Target.Conflict conflict) {
            super(
                    "The state file " + file + " is about " + conflict.part() + " " + conflict.one()
                            + ", this run is about " + conflict.part() + " " + conflict.other()
                            + ". Nothing was changed. To keep both side by side, give each a state directory of its"
                            + " own (gsi.stateDir).",
                    null);
            this.conflict = conflict;
        }

        /**
         * What differs.
         *
         * @return the part, with what the file says first
         */
        public Target.Conflict conflict() {
            return conflict;
        }
    }

    /** The state file was not put away: not everything in it is active. */
    public static final class Unfinished extends StateException {
        private static final long serialVersionUID = 1L;

        Unfinished(Path file, StateSummary judged) {
            super(
                    "The state file " + file + " was not archived: of " + judged + ". Run gsi:create until all are"
                            + " active, or archive it as it is (gsi.force=true).",
                    null);
        }
    }

    /** The manager was closed or sealed: it takes no more changes. */
    public static final class Closed extends StateException {
        private static final long serialVersionUID = 1L;

        Closed() {
            super("The state is closed: it takes no more changes.", null);
        }
    }

    private static String reason(IOException cause) {
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
