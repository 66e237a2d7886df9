package dev.ensuregsis.local;

import java.time.Duration;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.waiters.Waiter;
import software.amazon.awssdk.core.waiters.WaiterAcceptor;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;

/**
 * Waits until DynamoDB in a container has answered a request. An open port doesn't tell: the engine's proxy accepts
 * connections before there is anyone behind it.
 */
final class FirstAnswer extends AbstractWaitStrategy {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final int port;

    FirstAnswer(int port) {
        this.port = port;
    }

    @Override
    protected void waitUntilReady() {
        var endpoint = ContainerServer.endpoint(waitStrategyTarget, port);
        var answered = Waiter.builder(ListTablesResponse.class)
                .addAcceptor(WaiterAcceptor.successOnResponseAcceptor(response -> true))
                .addAcceptor(WaiterAcceptor.retryOnExceptionAcceptor(SdkException.class::isInstance))
                .overrideConfiguration(waiting -> waiting.waitTimeout(startupTimeout)
                        .maxAttempts(Integer.MAX_VALUE)
                        .backoffStrategyV2(BackoffStrategy.fixedDelayWithoutJitter(PAUSE)))
                .build();
        try (var client = LocalClients.create(endpoint)) {
            answered.run(client::listTables);
        }
    }
}
