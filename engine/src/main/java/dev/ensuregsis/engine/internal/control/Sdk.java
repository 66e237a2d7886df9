package dev.ensuregsis.engine.internal.control;

import dev.ensuregsis.engine.spi.ChangeGuard;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.ControlPlaneFault.ProxyRefused;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Makes a call of the SDK and turns what it throws into raw facts, without judging them. */
public final class Sdk {
    /** The engine retries by its own rules; the client's would multiply with them, and hide what it should hear. */
    public static final AwsRequestOverrideConfiguration WITHOUT_RETRIES = AwsRequestOverrideConfiguration.builder()
            .addPlugin(client -> client.overrideConfiguration(client.overrideConfiguration().toBuilder()
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .build()))
            .build();

    /** Under a third of the shortest lease: what was sent while two thirds of one were not over ends before it does. */
    static final Duration LONGEST_CHANGE = Duration.ofSeconds(15);

    private Sdk() {}

    /** Without retries, within the time that a change may take, and asked of a guard when it leaves. */
    static AwsRequestOverrideConfiguration guarded(@Nullable ChangeGuard guard) {
        return guard == null
                ? WITHOUT_RETRIES
                : AwsRequestOverrideConfiguration.builder()
                        .apiCallAttemptTimeout(LONGEST_CHANGE)
                        .addPlugin(client -> client.overrideConfiguration(client.overrideConfiguration().toBuilder()
                                .retryStrategy(AwsRetryStrategy.doNotRetry())
                                .addExecutionInterceptor(new AskingGuard(guard))
                                .build()))
                        .build();
    }

    /** The last moment that the SDK shows: the request is signed, and goes to the connection next. */
    private record AskingGuard(ChangeGuard guard) implements ExecutionInterceptor {
        @Override
        public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
            guard.check();
        }
    }

    /**
     * Makes a call.
     *
     * @param call what to do
     * @param <T> what it gives
     * @return what it gave
     * @throws ControlPlaneException for whatever it threw
     */
    public static <T> T call(Callable<T> call) {
        try {
            return call.call();
        } catch (ControlPlaneException e) {
            throw e;
        } catch (Exception e) {
            var held = causes(e).filter(ControlPlaneException.class::isInstance).findFirst();
            if (held.isPresent()) {
                throw (ControlPlaneException) held.get();
            }
            var cause = e instanceof CompletionException && e.getCause() instanceof Exception inner ? inner : e;
            throw new ControlPlaneException(faultOf(cause), cause);
        }
    }

    private static ControlPlaneFault faultOf(Exception exception) {
        if (exception instanceof AwsServiceException answered) {
            return answered(answered);
        }
        var unknownHost =
                causes(exception).filter(UnknownHostException.class::isInstance).findFirst();
        if (unknownHost.isPresent()) {
            return new ControlPlaneFault.UnknownHost(hostOf(unknownHost.get()));
        }
        if (isAboutCredentials(exception)) {
            return new ControlPlaneFault.NoCredentials(messageOf(exception));
        }
        return Transport.fault(causes(exception).toList(), messageOf(exception))
                // An I/O error, an answer too late or that could not be read: the call may have taken effect.
                .orElseGet(() -> exception instanceof SdkException
                        ? new ControlPlaneFault.NoAnswer(messageOf(exception))
                        : new ControlPlaneFault.Unexpected(exception.toString()));
    }

    private static ControlPlaneFault answered(AwsServiceException exception) {
        if (exception.statusCode() == ProxyRefused.AUTHENTICATION_REQUIRED) {
            return new ProxyRefused(exception.statusCode(), messageOf(exception));
        }
        AwsErrorDetails details = exception.awsErrorDetails();
        var said = details == null ? null : details.errorMessage();
        return new ControlPlaneFault.Answered(
                details == null ? null : emptyToNull(details.errorCode()),
                said == null || said.isBlank() ? messageOf(exception) : said,
                exception.statusCode());
    }

    /** The SDK has no type for this; its providers all throw before a connection is made, and say so in words. */
    private static boolean isAboutCredentials(Exception exception) {
        return exception instanceof SdkClientException
                && causes(exception)
                        .map(cause -> String.valueOf(cause.getMessage()))
                        .anyMatch(message -> message.contains("Unable to load credentials")
                                || (message.contains("credentials") && message.contains("profile"))
                                || message.contains("SSO"));
    }

    private static Stream<Throwable> causes(Throwable exception) {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause);
    }

    /** The JDK's message is the host, in places with a reason behind it. */
    private static String hostOf(Throwable unknownHost) {
        return String.valueOf(unknownHost.getMessage()).replaceFirst(":\\s.*", "");
    }

    private static String messageOf(Exception exception) {
        var root = causes(exception).reduce((outer, inner) -> inner).orElse(exception);
        var message = String.valueOf(exception.getMessage());
        var reason = root == exception || message.contains(String.valueOf(root.getMessage()))
                ? ""
                : " (" + root.getMessage() + ")";
        return (message + reason)
                .replaceAll("\\s*\\(SDK Attempt Count: \\d+\\)", "")
                .replaceAll("\\s+", " ");
    }

    private static @Nullable String emptyToNull(@Nullable String code) {
        return code == null || code.isBlank() ? null : code;
    }
}
