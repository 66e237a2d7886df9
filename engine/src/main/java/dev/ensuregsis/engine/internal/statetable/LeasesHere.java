package dev.ensuregsis.engine.internal.statetable;

/**
 * The tokens that runs of this JVM have leases by, which are known to nobody else: a process id and a host's name may be
 * another's too, in another container. They are system properties, the only things that plugins in class loaders of their
 * own have in common.
 */
final class LeasesHere {
    private static final String PREFIX = "dev.ensuregsis.lease:";

    private LeasesHere() {}

    /** A run of this JVM is about to take a lease by it. */
    static void begin(String token) {
        System.setProperty(PREFIX + token, "held");
    }

    /** Nobody here has a lease by it any more. */
    static void end(String token) {
        System.clearProperty(PREFIX + token);
    }

    /** Whether a run of this JVM has it. */
    static boolean has(Lease lease) {
        return System.getProperty(PREFIX + lease.token()) != null;
    }
}
