package dev.ensuregsis.engine.state;

/**
 * What the first change does when another process works on the state file. Managers of one JVM take turns under every
 * policy but {@link #NONE}.
 */
public enum LockPolicy {
    /** It is refused at once, with the owner's name. */
    REFUSE,
    /** It waits until the other process has closed its manager, or has ended. */
    TAKE_TURNS,
    /** There is no lock: only for a directory that nobody else can see, like one on a simulated {@link Disk}. */
    NONE
}
