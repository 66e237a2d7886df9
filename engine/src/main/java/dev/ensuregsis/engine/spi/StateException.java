package dev.ensuregsis.engine.spi;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The state can't be read, changed or put away. The message is for the user: what is wrong, and where. Nothing has been
 * changed by the call that throws it.
 */
public abstract sealed class StateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Remedy remedy;

    private StateException(String message, Remedy remedy, @Nullable Throwable cause) {
        super(message, cause);
        this.remedy = remedy;
    }

    /** What helps, in kind; whoever shows the exception knows how that is done where it is shown. */
    public enum Remedy {
        /** Wait for the other run, or keep another state beside this one. */
        WAIT_OR_KEEP_APART,
        /** Make what the message names writable, or keep the state elsewhere. */
        MAKE_WRITABLE,
        /** Use the version that wrote it, or keep another state beside it. */
        OTHER_VERSION,
        /** Keep another state beside this one. */
        KEEP_APART,
        /** Finish what is begun, or put it away as it is. */
        FINISH_OR_FORCE,
        /** Say which of two states is to be gone on with. */
        CHOOSE_ONE,
        /** Mend the table that holds the state as the message says, or keep the state elsewhere. */
        MEND_TABLE,
        /** The same run again. */
        RUN_AGAIN
    }

    /**
     * What helps.
     *
     * @return the kind of remedy
     */
    public Remedy remedy() {
        return remedy;
    }

    /** Another run works on the state. */
    public static final class Locked extends StateException {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable LockOwner owner;

        /**
         * It is in use.
         *
         * @param place the state's
         * @param owner who has it; null if that can't be told
         */
        public Locked(String place, @Nullable LockOwner owner) {
            this(place, owner, "");
        }

        /**
         * It was in use for longer than was to be waited.
         *
         * @param place the state's
         * @param owner who has it; null if that can't be told
         * @param waited how long
         */
        public Locked(String place, @Nullable LockOwner owner, Duration waited) {
            this(place, owner, " It was waited for " + waited.toSeconds() + " s.");
        }

        private Locked(String place, @Nullable LockOwner owner, String waited) {
            super(
                    "The state " + place + " is in use by " + (owner == null ? "another process" : owner) + "." + waited
                            + " Wait until it has ended, or keep another state for this run. The lock ends with its"
                            + " owner: there is nothing to remove by hand.",
                    Remedy.WAIT_OR_KEEP_APART,
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

    /** The thread was interrupted while it waited: for its turn, or for an answer. Its interrupt flag is set. */
    public static final class Interrupted extends StateException {
        private static final long serialVersionUID = 1L;

        /**
         * It was waiting.
         *
         * @param place the state's
         */
        public Interrupted(String place) {
            super("Interrupted while waiting for the state " + place + ".", Remedy.RUN_AGAIN, null);
        }

        /**
         * The same for callers who are told of interruptions by the JDK's own exception, as which it clears the thread's
         * flag.
         *
         * @return to throw
         */
        public InterruptedException asInterruption() {
            Thread.interrupted();
            var interruption = new InterruptedException(getMessage());
            interruption.initCause(this);
            return interruption;
        }
    }

    /** Another run has taken the state over. */
    public static final class Lost extends StateException {
        private static final long serialVersionUID = 1L;

        /**
         * It is another's now.
         *
         * @param place the state's
         * @param reason how that came
         */
        public Lost(String place, String reason) {
            super("The state " + place + " was lost to another run: " + reason + ".", Remedy.RUN_AGAIN, null);
        }
    }

    /** The table that holds the state can't be used as it is. Nothing was touched. */
    public static final class Unusable extends StateException {
        private static final long serialVersionUID = 1L;

        /**
         * It can't be used.
         *
         * @param place the state's
         * @param why what is wrong with it, and what to do: whole sentences
         */
        public Unusable(String place, String why) {
            super("The state can't be kept in " + place + ": " + why, Remedy.MEND_TABLE, null);
        }
    }

    /** What holds the state didn't answer, or refused, and the run can't go on without. */
    public static final class OutOfReach extends StateException {
        private static final long serialVersionUID = 1L;

        /**
         * It is out of reach.
         *
         * @param place the state's
         * @param why what it said, or that it said nothing, and for how long
         */
        public OutOfReach(String place, String why) {
            super(
                    "The state " + place + " is out of reach: " + why
                            + ". What DynamoDB already has is found by looking, so run again when it is back.",
                    Remedy.RUN_AGAIN,
                    null);
        }
    }

    /** A state to be gone on with lies in two places. Both are left as they are. */
    public static final class TwoStates extends StateException {
        private static final long serialVersionUID = 1L;

        /**
         * There are two.
         *
         * @param one the first, described
         * @param other the second, described
         */
        public TwoStates(String one, String other) {
            super(
                    "There are two states for this run: " + one + "; and " + other
                            + ". Nothing was changed. Say which one is to be gone on with.",
                    Remedy.CHOOSE_ONE,
                    null);
        }
    }

    /** The state could not be written: a full disk, a directory that is read-only. */
    public static final class NotWritten extends StateException {
        private static final long serialVersionUID = 1L;

        /**
         * Saving failed.
         *
         * @param place the state's
         * @param cause what it failed with
         */
        public NotWritten(String place, IOException cause) {
            super(
                    "The state could not be saved to " + place + ": " + reason(cause)
                            + ". Make the place writable and free some space, or keep the state elsewhere, then run"
                            + " again: what DynamoDB already has is found by looking.",
                    Remedy.MAKE_WRITABLE,
                    cause);
        }
    }

    /** The state is there and could not be read. */
    public static final class NotRead extends StateException {
        private static final long serialVersionUID = 1L;

        /**
         * Reading failed.
         *
         * @param place the state's
         * @param cause what it failed with
         */
        public NotRead(String place, IOException cause) {
            super("The state " + place + " could not be read: " + reason(cause) + ".", Remedy.MAKE_WRITABLE, cause);
        }
    }

    /** The state has a format that this version doesn't know. It is left as it is. */
    public static final class OtherVersion extends StateException {
        private static final long serialVersionUID = 1L;

        /**
         * It is of another version.
         *
         * @param place the state's
         * @param version its version
         * @param known the version that is known
         */
        public OtherVersion(String place, String version, String known) {
            super(
                    "The state " + place + " has format version \"" + version + "\"; this tool knows \"" + known
                            + "\". Use the version that wrote it, or keep another state.",
                    Remedy.OTHER_VERSION,
                    null);
        }
    }

    /** The state is about another account, region or endpoint. It is left as it is. */
    public static final class OtherTarget extends StateException {
        private static final long serialVersionUID = 1L;

        private final transient Target.Conflict conflict;

        /**
         * It is about another DynamoDB.
         *
         * @param place the state's
         * @param conflict the part that differs, with what is recorded first
         */
        public OtherTarget(String place, Target.Conflict conflict) {
            super(
                    "The state " + place + " is about " + conflict.part() + " " + conflict.one()
                            + ", this run is about "
                            + conflict.part() + " " + conflict.other()
                            + ". Nothing was changed. To keep both side by side, give each a state of its own.",
                    Remedy.KEEP_APART,
                    null);
            this.conflict = conflict;
        }

        /**
         * What differs.
         *
         * @return the part, with what is recorded first
         */
        public Target.Conflict conflict() {
            return conflict;
        }
    }

    /** The state was not put away: not everything in it is active. */
    public static final class Unfinished extends StateException {
        private static final long serialVersionUID = 1L;

        /**
         * Something is not ACTIVE.
         *
         * @param place the state's
         * @param judged how all that is defined stands
         */
        public Unfinished(String place, StateSummary judged) {
            super(
                    "The state " + place + " was not archived: of " + judged
                            + ". Create until all are active, or archive it as it is.",
                    Remedy.FINISH_OR_FORCE,
                    null);
        }
    }

    /** The store, or the session, was closed: it takes no more changes. */
    public static final class Closed extends StateException {
        private static final long serialVersionUID = 1L;

        /** It is closed. */
        public Closed() {
            super("The state is closed: it takes no more changes.", Remedy.RUN_AGAIN, null);
        }
    }

    /** The store was {@linkplain StateStore#seal sealed}, as this process is being ended: what a run does then is over. */
    public static final class Sealed extends StateException {
        private static final long serialVersionUID = 1L;

        /** It is sealed. */
        public Sealed() {
            super("The state is sealed: this process is being ended.", Remedy.RUN_AGAIN, null);
        }
    }

    private static String reason(IOException cause) {
        return cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
    }
}
