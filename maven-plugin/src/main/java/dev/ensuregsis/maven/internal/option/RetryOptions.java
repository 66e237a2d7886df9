package dev.ensuregsis.maven.internal.option;

import dev.ensuregsis.engine.spi.RetryClass;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.engine.spi.RetryPolicy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often and how long after an error the same call is sent again, as far as the user says:
 * {@code gsi.maxAttempts} and {@code gsi.retry.<class>.<attempts|base|cap>}. The classes are those of
 * {@link RetryClass}.
 *
 * @param maxAttempts attempts per index and run; null where the user says nothing
 * @param byClass what the user says of each class
 */
public record RetryOptions(@Nullable Integer maxAttempts, Map<RetryClass, Figures> byClass) {

    /** How all properties begin that are about one class of error. */
    public static final String PREFIX = "gsi.retry.";

    private static final String ALLOWED_NAME = "named gsi.retry.<class>.<attempts|base|cap>, where the class is one of "
            + Stream.of(RetryClass.values()).map(RetryClass::key).collect(Collectors.joining(", "));

    /** Copies the map. */
    public RetryOptions {
        byClass = Map.copyOf(byClass);
    }

    /**
     * What the user says of one class; null for nothing.
     *
     * @param attempts tries in a row
     * @param base the first delay
     * @param cap the longest delay; not under the base where both are said
     */
    public record Figures(
            @Nullable Integer attempts,
            @Nullable Duration base,
            @Nullable Duration cap) {

        /** What isn't said is the policy's, but for a bound that what is said goes beyond: that gives way. */
        RetryPolicy over(RetryPolicy policy) {
            var first = base != null ? base : cap != null ? shorter(policy.base(), cap) : policy.base();
            var longest = cap != null ? cap : longer(policy.cap(), first);
            return new RetryPolicy(
                    attempts == null ? policy.maxAttempts() : attempts,
                    first,
                    longest,
                    policy.jitter(),
                    policy.usesAttempt());
        }

        private static Duration shorter(Duration one, Duration other) {
            return one.compareTo(other) < 0 ? one : other;
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }
    }

    /**
     * Reads the options.
     *
     * @param options what the user gave; is told what is refused
     * @return what the user wants changed
     */
    public static RetryOptions read(OptionReader options) {
        var unknown = new HashSet<>(options.names(PREFIX));
        var byClass = new EnumMap<RetryClass, Figures>(RetryClass.class);
        for (var retryClass : RetryClass.values()) {
            var attempts = name(retryClass, "attempts");
            var base = name(retryClass, "base");
            var cap = name(retryClass, "cap");
            unknown.removeAll(List.of(attempts, base, cap));
            var figures =
                    new Figures(attempts(retryClass, attempts, options), options.duration(base), options.duration(cap));
            if (figures.base() != null && figures.cap() != null && figures.cap().compareTo(figures.base()) < 0) {
                options.refuse(cap, "at least " + base + ", which is \"" + options.text(base) + "\"");
            }
            byClass.put(retryClass, figures);
        }
        unknown.stream().sorted().forEach(name -> options.refuse(name, ALLOWED_NAME));
        return new RetryOptions(options.count("gsi.maxAttempts"), byClass);
    }

    /** However often DynamoDB asks for fewer calls, it says nothing against one of them. */
    private static @Nullable Integer attempts(RetryClass retryClass, String name, OptionReader options) {
        if (retryClass != RetryClass.THROTTLING) {
            return options.count(name);
        }
        if (options.text(name) != null) {
            options.refuse(name, "left out: throttling uses up time only, which gsi.timeout bounds");
        }
        return null;
    }

    /**
     * The policies to use.
     *
     * @param local whether an emulator is asked
     * @return what the user said, and the engine's defaults where the user says nothing
     */
    public RetryPolicies policies(boolean local) {
        return over(local ? RetryPolicies.localDefaults() : RetryPolicies.defaults());
    }

    /**
     * Puts what the user said in place of defaults.
     *
     * @param defaults the policies where the user says nothing
     * @return the policies to use
     */
    RetryPolicies over(RetryPolicies defaults) {
        var policies = maxAttempts == null ? defaults : defaults.withMaxAttempts(maxAttempts);
        for (var changed : byClass.entrySet()) {
            var retryClass = changed.getKey();
            policies = policies.with(retryClass, changed.getValue().over(defaults.of(retryClass)));
        }
        return policies;
    }

    private static String name(RetryClass retryClass, String figure) {
        return PREFIX + retryClass.key() + "." + figure;
    }
}
