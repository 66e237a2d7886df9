package dev.ensuregsis.engine.internal.control;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Where a client sends what it is asked, as it would say itself if it could: FIPS, dual-stack, account-based endpoints and
 * whatever else the SDK looks at is its own to know. A request is made ready and stopped before it is sent.
 */
final class SentTo {
    private static final String NO_TABLE = "never-sent";

    private SentTo() {}

    /** Scheme and host; empty where no request can be made ready, for want of credentials for instance. */
    static Optional<URI> endpoint(DynamoDbClient client) {
        var stop = new StoppedBeforeItIsSent();
        try {
            client.describeTable(request -> request.tableName(NO_TABLE).overrideConfiguration(with(stop)));
        } catch (SdkException | IllegalStateException stopped) {
            // By us, or by what keeps any request from being made.
        }
        return Optional.ofNullable(stop.endpoint);
    }

    private static AwsRequestOverrideConfiguration with(ExecutionInterceptor interceptor) {
        return AwsRequestOverrideConfiguration.builder()
                .addPlugin(client -> client.overrideConfiguration(client.overrideConfiguration().toBuilder()
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .addExecutionInterceptor(interceptor)
                        .build()))
                .build();
    }

    private static final class StoppedBeforeItIsSent implements ExecutionInterceptor {
        private volatile @Nullable URI endpoint;

        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            var request = context.httpRequest();
            endpoint = URI.create(request.protocol() + "://" + request.host());
            throw AbortedException.create("not to be sent");
        }
    }
}
