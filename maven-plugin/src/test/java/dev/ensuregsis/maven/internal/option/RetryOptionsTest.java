package dev.ensuregsis.maven.internal.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.spi.RetryClass;
import dev.ensuregsis.engine.spi.RetryPolicies;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryOptionsTest {

    @Test
    void whatIsSaidTakesTheDefaultsPlaceAndNothingElseChanges() {
        var retry = read(Map.of(
                "gsi.maxAttempts", "7",
                "gsi.retry.serverError.attempts", "9",
                "gsi.retry.serverError.base", "3s",
                "gsi.region", "x"));

        var policies = retry.over(RetryPolicies.defaults());

        assertThat(policies.maxAttempts()).isEqualTo(7);
        assertThat(policies.of(RetryClass.SERVER_ERROR).maxAttempts()).isEqualTo(9);
        assertThat(policies.of(RetryClass.SERVER_ERROR).base()).isEqualTo(Duration.ofSeconds(3));
        assertThat(policies.of(RetryClass.SERVER_ERROR).cap())
                .isEqualTo(RetryClass.SERVER_ERROR.defaults().cap());
        assertThat(policies.of(RetryClass.NO_ANSWER)).isEqualTo(RetryClass.NO_ANSWER.defaults());
    }

    @Test
    void nothingSaidChangesNothing() {
        assertThat(read(Map.of()).over(RetryPolicies.localDefaults())).isEqualTo(RetryPolicies.localDefaults());
    }

    @ParameterizedTest(name = "base {0}, cap {1}: {2} to {3}, on a local endpoint {4} to {5}")
    @CsvSource(
            nullValues = "-",
            value = {
                "3s, -, PT3S, PT30S, PT3S, PT3S",
                "2m, -, PT2M, PT2M, PT2M, PT2M",
                "-, 10ms, PT0.01S, PT0.01S, PT0.01S, PT0.01S",
                "-, 5s, PT1S, PT5S, PT0.025S, PT5S",
                "1s, 1s, PT1S, PT1S, PT1S, PT1S",
                "P3000000000D, -, PT72000000000H, PT72000000000H, PT72000000000H, PT72000000000H",
            })
    void aDefaultGivesWayToWhatIsSaid(
            @Nullable String base,
            @Nullable String cap,
            Duration realBase,
            Duration realCap,
            Duration localBase,
            Duration localCap) {
        var given = new HashMap<String, String>();
        if (base != null) {
            given.put("gsi.retry.serverError.base", base);
        }
        if (cap != null) {
            given.put("gsi.retry.serverError.cap", cap);
        }
        var retry = read(given);

        var real = retry.over(RetryPolicies.defaults()).of(RetryClass.SERVER_ERROR);
        var local = retry.over(RetryPolicies.localDefaults()).of(RetryClass.SERVER_ERROR);

        assertThat(real.base()).isEqualTo(realBase);
        assertThat(real.cap()).isEqualTo(realCap);
        assertThat(local.base()).isEqualTo(localBase);
        assertThat(local.cap()).isEqualTo(localCap);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "THROTTLING")
    void everyClassTakesEveryFigure(RetryClass retryClass) {
        var prefix = "gsi.retry." + retryClass.key() + ".";
        var retry = read(Map.of(prefix + "attempts", "2", prefix + "base", "1ms", prefix + "cap", "1h"));

        var policy = retry.over(RetryPolicies.localDefaults()).of(retryClass);

        assertThat(policy.maxAttempts()).isEqualTo(2);
        assertThat(policy.base()).isEqualTo(Duration.ofMillis(1));
        assertThat(policy.cap()).isEqualTo(Duration.ofHours(1));
        assertThat(policy.jitter()).isEqualTo(retryClass.defaults().jitter());
    }

    @Test
    void throttlingTakesADelayAndNoBound() {
        var throttling = read(Map.of("gsi.retry.throttling.base", "2s", "gsi.retry.throttling.cap", "3s"))
                .over(RetryPolicies.defaults())
                .of(RetryClass.THROTTLING);
        var bounded = new OptionReader(Map.of("gsi.retry.throttling.attempts", "3"));
        RetryOptions.read(bounded);

        assertThat(throttling.base()).isEqualTo(Duration.ofSeconds(2));
        assertThat(throttling.cap()).isEqualTo(Duration.ofSeconds(3));
        assertThat(bounded.faults())
                .containsExactly("gsi.retry.throttling.attempts is \"3\", but has to be left out: throttling uses up"
                        + " time only, which gsi.timeout bounds");
    }

    @Test
    void unknownNamesBadValuesAndContradictionsAreRefusedByName() {
        var options = new OptionReader(Map.of(
                "gsi.retry.serverErrors.attempts", "3",
                "gsi.retry.noAnswer.base", "2m",
                "gsi.retry.noAnswer.cap", "90s",
                "gsi.retry.look.cap", "soon",
                "gsi.retry.vanished.attempts", "0"));

        RetryOptions.read(options);

        assertThat(options.faults())
                .containsExactlyInAnyOrder(
                        "gsi.retry.noAnswer.cap is \"90s\", but has to be at least gsi.retry.noAnswer.base, which is"
                                + " \"2m\"",
                        "gsi.retry.vanished.attempts is \"0\", but has to be a whole number from 1",
                        "gsi.retry.look.cap is \"soon\", but has to be a time span like 30s, 90m, 2h or PT1H30M,"
                                + " longer than nothing",
                        "gsi.retry.serverErrors.attempts is \"3\", but has to be named"
                                + " gsi.retry.<class>.<attempts|base|cap>, where the class is one of tableBusy,"
                                + " tablesInFlight, throttling, unknownLimit, billingChanged, tableNotVisible, serverError,"
                                + " noAnswer, vanished, look");
    }

    private static RetryOptions read(Map<String, String> given) {
        var options = new OptionReader(given);
        var retry = RetryOptions.read(options);
        assertThat(options.faults()).isEmpty();
        return retry;
    }
}
