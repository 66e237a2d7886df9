package dev.ensuregsis.local;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Access keys for isolated databases: 12 digits, which DynamoDB Local accepts and LocalStack takes for an account of its
 * own. One range per server, starting at a random number so that two JVMs on one server don't meet.
 */
final class MintedKeys {

    private static final long LOWEST = 200_000_000_000L;
    private static final long HIGHEST_START = 900_000_000_000L;

    private final long first =
            new SecureRandom().longs(1, LOWEST, HIGHEST_START).sum();
    private final AtomicLong next = new AtomicLong(first);

    /** A key that was never handed out by this object. */
    String mint() {
        return Long.toString(next.getAndIncrement());
    }

    /** Whether this object handed the key out, be its database open or closed. */
    boolean minted(String accessKeyId) {
        if (accessKeyId.length() != 12 || !accessKeyId.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        var number = Long.parseLong(accessKeyId);
        return number >= first && number < next.get();
    }
}
