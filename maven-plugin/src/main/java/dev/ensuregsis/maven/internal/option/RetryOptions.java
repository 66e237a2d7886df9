package dev.ensuregsis.maven.internal.option;

import dev.ensuregsis.engine.spi.RetryClass;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.engine.spi.RetryPolicy;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How often and how long after an error the same call is sent again, as far as the user says:
 * {@code gsi.maxAttempts} and {@code gsi.retry.<class>.<attempts|base|cap>}. The classes are those of
 * {@link RetryClass}.
 */
public final class RetryOptions {
    private static final String PREFIX = "gsi.retry.";
    private static final Set<String> FIGURES = Set.of("attempts", "base", "cap");

    private static final String ALLOWED_NAME = "named gsi.retry.<class>.<attempts|base|cap>, where the class is one of "
            + Stream.of(RetryClass.values()).map(RetryClass::key).collect(Collectors.joining(", "));

    private final @Nullable Integer maxAttempts;
    private final Map<String, String> given;

    private RetryOptions(@Nullable Integer maxAttempts, Map<String, String> given) {
        this.maxAttempts = maxAttempts;
        this.given = given;
    }

    /**
     * Reads the options and refuses bad ones.
     *
     * @param options is told what is refused
     * @param maxAttempts what the user gave for {@code gsi.maxAttempts}; null for nothing
     * @param properties all properties of the build
     * @return what the user wants changed
     */
    public static RetryOptions read(
            OptionReader options, @Nullable String maxAttempts, Map<String, String> properties) {
        var given = new TreeMap<String, String>();
        properties.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                given.put(name, value);
            }
        });
        var retry = new RetryOptions(maxAttempts == null ? null : options.count("gsi.maxAttempts", maxAttempts), given);
        retry.check(options);
        return retry;
    }

    private void check(OptionReader options) {
        var known = new HashSet<String>();
        for (var retryClass : RetryClass.values()) {
            FIGURES.forEach(figure -> known.add(name(retryClass, figure)));
            try {
                changed(retryClass, retryClass.defaults(), options);
            } catch (IllegalArgumentException contradiction) {
                options.refuse(PREFIX + retryClass.key(), String.valueOf(contradiction.getMessage()), "possible");
            }
        }
        given.forEach((name, value) -> {
            if (!known.contains(name)) {
                options.refuse(name, value, ALLOWED_NAME);
            }
        });
    }

    /**
     * Puts what the user said in place of defaults.
     *
     * @param defaults the policies where the user says nothing
     * @return the policies to use
     */
    public RetryPolicies over(RetryPolicies defaults) {
        var silent = new OptionReader();
        var policies = maxAttempts == null ? defaults : defaults.withMaxAttempts(maxAttempts);
        for (var retryClass : RetryClass.values()) {
            policies = policies.with(retryClass, changed(retryClass, defaults.of(retryClass), silent));
        }
        return policies;
    }

    private RetryPolicy changed(RetryClass retryClass, RetryPolicy policy, OptionReader options) {
        var attempts = given.get(name(retryClass, "attempts"));
        var base = options.duration(name(retryClass, "base"), given.get(name(retryClass, "base")));
        var cap = options.duration(name(retryClass, "cap"), given.get(name(retryClass, "cap")));
        return new RetryPolicy(
                attempts == null ? policy.maxAttempts() : options.count(name(retryClass, "attempts"), attempts),
                base == null ? policy.base() : base,
                cap == null ? policy.cap() : cap,
                policy.jitter(),
                policy.usesAttempt());
    }

    private static String name(RetryClass retryClass, String figure) {
        return PREFIX + retryClass.key() + "." + figure;
    }
}
