package dev.ensuregsis.maven.internal.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.spi.RetryClass;
import dev.ensuregsis.engine.spi.RetryPolicies;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryOptionsTest {
    private final OptionReader options = new OptionReader();

    @Test
    void whatIsSaidTakesTheDefaultsPlaceAndNothingElseChanges() {
        var retry = RetryOptions.read(
                options,
                "7",
                Map.of("gsi.retry.serverError.attempts", "9", "gsi.retry.serverError.base", "3s", "gsi.region", "x"));

        var policies = retry.over(RetryPolicies.defaults());

        assertThat(options.faults()).isEmpty();
        assertThat(policies.maxAttempts()).isEqualTo(7);
        assertThat(policies.of(RetryClass.SERVER_ERROR).maxAttempts()).isEqualTo(9);
        assertThat(policies.of(RetryClass.SERVER_ERROR).base()).isEqualTo(Duration.ofSeconds(3));
        assertThat(policies.of(RetryClass.SERVER_ERROR).cap())
                .isEqualTo(RetryClass.SERVER_ERROR.defaults().cap());
        assertThat(policies.of(RetryClass.NO_ANSWER)).isEqualTo(RetryClass.NO_ANSWER.defaults());
    }

    @Test
    void nothingSaidChangesNothing() {
        var retry = RetryOptions.read(options, null, Map.of());

        assertThat(retry.over(RetryPolicies.localDefaults()).maxAttempts())
                .isEqualTo(RetryPolicies.localDefaults().maxAttempts());
        assertThat(retry.over(RetryPolicies.localDefaults()).of(RetryClass.THROTTLING))
                .isEqualTo(RetryPolicies.localDefaults().of(RetryClass.THROTTLING));
    }

    @Test
    void unknownClassesAndContradictionsAreRefusedByName() {
        RetryOptions.read(
                options,
                null,
                Map.of(
                        "gsi.retry.serverErrors.attempts", "3",
                        "gsi.retry.noAnswer.base", "2m",
                        "gsi.retry.look.cap", "soon"));

        assertThat(options.faults())
                .anySatisfy(fault -> assertThat(fault).contains("gsi.retry.serverErrors.attempts", "serverError,"))
                .anySatisfy(fault -> assertThat(fault).contains("gsi.retry.noAnswer", "under its base"))
                .anySatisfy(fault -> assertThat(fault).contains("gsi.retry.look.cap is \"soon\""))
                .hasSize(3);
    }
}
