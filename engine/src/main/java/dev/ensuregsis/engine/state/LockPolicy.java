package dev.ensuregsis.engine.state;

/** What the first change does when another run works on the state. */
public enum LockPolicy {
    /** It is refused at once, with the owner's name, whether that is another process or another run of this JVM. */
    REFUSE,
    /**
     * Runs of this JVM take turns, for {@link StateOptions#longestWait} at most; another process is no reason to wait. For
     * the modules of one build that share a state.
     */
    TAKE_TURNS_IN_THIS_JVM,
    /** It waits for other processes too, for {@link StateOptions#longestWait} at most. */
    TAKE_TURNS,
    /** There is no lock: only for a state that nobody else can see. */
    NONE
}
