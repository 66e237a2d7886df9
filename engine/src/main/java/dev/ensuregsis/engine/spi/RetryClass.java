package dev.ensuregsis.engine.spi;

import java.time.Duration;

/**
 * The kinds of setback after which the same call is sent again, each with a {@link RetryPolicy} of its own. Figures not
 * marked otherwise are this tool's choice.
 */
public enum RetryClass {
    /**
     * The table or one of its indexes is changing, so the call was refused ({@code ResourceInUseException}, "Only 1
     * online index…"). Uses time, not attempts.
     */
    TABLE_BUSY("tableBusy", RetryPolicy.unlimited(Duration.ofSeconds(2), Duration.ofSeconds(30))),

    /**
     * As many tables as the account allows are changing already. Uses time, not attempts; the delay counts only while
     * none of this run's own tables is in flight, otherwise the next one to finish ends the wait. Without jitter: one
     * table asks for the whole run, and a full account isn't asked again at once.
     */
    TABLES_IN_FLIGHT(
            "tablesInFlight",
            RetryPolicy.unlimited(Duration.ofSeconds(5), Duration.ofMinutes(1)).withoutJitter()),

    /** DynamoDB asks for fewer calls. Uses time, not attempts; besides, the call rate of the whole run is halved. */
    THROTTLING("throttling", RetryPolicy.unlimited(Duration.ofSeconds(1), Duration.ofSeconds(30))),

    /** A {@code LimitExceededException} whose text is not known. Three tries, not for ever and not none. */
    UNKNOWN_LIMIT("unknownLimit", RetryPolicy.attempts(3, Duration.ofSeconds(5), Duration.ofMinutes(1))),

    /** The table's billing mode has changed since the look, so the index was asked for with the wrong capacity. */
    BILLING_CHANGED("billingChanged", RetryPolicy.attempts(3, Duration.ofSeconds(1), Duration.ofSeconds(30))),

    /** A table that this run has just created is not found yet, as DescribeTable is eventually consistent. */
    TABLE_NOT_VISIBLE("tableNotVisible", RetryPolicy.attempts(5, Duration.ofSeconds(1), Duration.ofSeconds(5))),

    /** A 5xx answer, or one without an error code. The call may have taken effect. */
    SERVER_ERROR("serverError", RetryPolicy.attempts(5, Duration.ofSeconds(1), Duration.ofSeconds(30))),

    /** The connection broke or timed out. The call may have taken effect. */
    NO_ANSWER("noAnswer", RetryPolicy.attempts(5, Duration.ofSeconds(1), Duration.ofSeconds(30))),

    /** An index that was there has gone: somebody deleted it while this run was at work. It is asked for again. */
    VANISHED("vanished", RetryPolicy.attempts(5, Duration.ofSeconds(1), Duration.ofSeconds(30))),

    /**
     * A look (DescribeTable) failed by a 5xx or a broken connection. Uses no attempt of any index; after so many in a
     * row without an answer the run ends, state kept, since DynamoDB goes on building without us.
     */
    LOOK("look", RetryPolicy.looks(20, Duration.ofSeconds(1), Duration.ofSeconds(30)));

    private final String key;
    private final RetryPolicy defaults;

    RetryClass(String key, RetryPolicy defaults) {
        this.key = key;
        this.defaults = defaults;
    }

    /**
     * The name under which a door configures it.
     *
     * @return a word in camel case
     */
    public String key() {
        return key;
    }

    /**
     * Its policy where nothing else is said, on a real account.
     *
     * @return the policy
     */
    public RetryPolicy defaults() {
        return defaults;
    }
}
