package dev.ensuregsis.engine.spi;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who works on a state.
 *
 * @param pid the process
 * @param host the machine that it runs on
 * @param since since when, in whole seconds
 * @param activity what it runs, like {@code create}
 * @param user the user that it runs as; null where that isn't recorded
 * @param link the CI job's page, without its query; null where there is none
 */
public record LockOwner(
        long pid,
        String host,
        Instant since,
        String activity,
        @Nullable String user,
        @Nullable String link) {

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
        return new LockOwner(ProcessHandle.current().pid(), thisHost(), since, activity, null, null);
    }

    /**
     * This, with the user of this process and the page of the CI job that runs it.
     *
     * @return the owner as all who may read the state are to know it
     */
    public LockOwner withJob() {
        var link = CiJob.link(System.getenv()).orElse(null);
        return new LockOwner(pid, host, since, activity, System.getProperty("user.name"), link);
    }

    /**
     * Whether that is this process too.
     *
     * @return true if so
     */
    public boolean isThisProcess() {
        return pid == ProcessHandle.current().pid() && host.equals(thisHost());
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
        return "process " + pid + (user == null ? "" : " of " + user) + " on " + host + " since " + since + " ("
                + activity + ")" + (link == null ? "" : ", " + link);
    }
}
