package dev.ensuregsis.engine.internal.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class SdkTest {

    @ParameterizedTest
    @ValueSource(strings = {"dynamodb.nowhere", "dynamodb.nowhere: Name or service not known"})
    void aHostWithoutAnAddressIsNamedAndNothingElse(String saidByTheJdk) {
        var said = SdkClientException.create(
                "Received an UnknownHostException when attempting to interact with a service.",
                new UnknownHostException(saidByTheJdk));

        assertThatThrownBy(() -> Sdk.call(() -> {
                    throw said;
                }))
                .isInstanceOfSatisfying(
                        ControlPlaneException.class,
                        refused -> assertThat(refused.fault())
                                .isEqualTo(new ControlPlaneFault.UnknownHost("dynamodb.nowhere")));
    }
}
