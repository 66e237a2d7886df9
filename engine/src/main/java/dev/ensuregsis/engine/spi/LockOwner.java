package dev.ensuregsis.engine.spi;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Who works on a state.
 *
 * @param pid the process
 * @param host the machine that it runs on
 * @param since since when, in whole seconds
 * @param activity what it runs, like {@code create}
 */
public record LockOwner(long pid, String host, Instant since, String activity) {

    /** Takes whole seconds of the time. */
    public LockOwner {
        since = since.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * This process.
     *
     * @param activity what it runs
     * @param since since when
     * @return the owner that it is
     */
    public static LockOwner thisProcess(String activity, Instant since) {
        return new LockOwner(ProcessHandle.current().pid(), thisHost(), since, activity);
    }

    /** Asked of the environment first: the resolver can take seconds to say that it doesn't know. */
    private static String thisHost() {
        return Stream.of("HOSTNAME", "COMPUTERNAME")
                .map(System::getenv)
                .filter(name -> name != null && !name.isBlank())
                .findFirst()
                .orElseGet(LockOwner::resolvedHost);
    }

    private static String resolvedHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this host";
        }
    }

    /**
     * Whether it can be true: on this host, a process that has ended holds nothing.
     *
     * @return false if it can't be
     */
    public boolean mayBeAlive() {
        return !host.equals(thisHost()) || ProcessHandle.of(pid).isPresent();
    }

    @Override
    public String toString() {
        return "process " + pid + " on " + host + " since " + since + " (" + activity + ")";
    }
}
