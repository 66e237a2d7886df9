package dev.ensuregsis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.ProxyConfiguration;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbBaseClientBuilder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Clients that talk to one {@link DynamoDbEndpoint} and nothing else, whatever the environment, the system properties
 * and the profile files of the machine hold: credentials, region, endpoint, proxies and retries are all set here, and
 * redirects are not followed. Each client belongs to the caller, who closes it.
 */
public final class LocalClients {

    /** The SDK's own number in its standard mode. */
    private static final int ATTEMPTS = 3;

    /** A server on a machine that many test JVMs share may be slow to get its turn. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final ProfileFile NO_PROFILES = ProfileFile.aggregator().build();

    private LocalClients() {}

    /**
     * Makes a client for an endpoint.
     *
     * @param endpoint the database to talk to
     * @return the client, thread-safe
     */
    public static DynamoDbClient create(DynamoDbEndpoint endpoint) {
        return confined(DynamoDbClient.builder(), endpoint)
                .httpClient(UrlConnectionHttpClient.create(LocalClients::connect))
                .build();
    }

    /**
     * Makes an asynchronous client for an endpoint.
     *
     * @param endpoint the database to talk to
     * @return the client, thread-safe
     */
    public static DynamoDbAsyncClient createAsync(DynamoDbEndpoint endpoint) {
        var noProxy = ProxyConfiguration.builder()
                .useSystemPropertyValues(false)
                .useEnvironmentVariableValues(false)
                .build();
        return confined(DynamoDbAsyncClient.builder(), endpoint)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder()
                        .proxyConfiguration(noProxy)
                        .connectionTimeout(PATIENCE)
                        .connectionAcquisitionTimeout(PATIENCE)
                        .eventLoopGroup(EventLoops.OF_ALL))
                .build();
    }

    /** Opens a connection without asking the JVM's ProxySelector, which system properties and libraries set. */
    private static HttpURLConnection connect(URI uri) {
        try {
            var connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
            connection.setInstanceFollowRedirects(false);
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets everything that the SDK would otherwise look for outside. */
    private static <B extends DynamoDbBaseClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B confined(
            B builder, DynamoDbEndpoint endpoint) {
        return builder.endpointOverride(endpoint.uri())
                .region(endpoint.region())
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(endpoint.accessKeyId(), endpoint.secretAccessKey())))
                .defaultsMode(DefaultsMode.LEGACY)
                .dualstackEnabled(false)
                .fipsEnabled(false)
                .endpointDiscoveryEnabled(false)
                .accountIdEndpointMode(AccountIdEndpointMode.DISABLED)
                .overrideConfiguration(configuration -> configuration
                        .defaultProfileFile(NO_PROFILES)
                        .defaultProfileName("none")
                        .retryStrategy(DefaultRetryStrategy.standardStrategyBuilder()
                                .maxAttempts(ATTEMPTS)
                                .build()));
    }

    /**
     * The threads of all asynchronous clients, started when the first one needs them. A client with threads of its own
     * takes two seconds to close, which a test per database would wait for again and again.
     */
    private static final class EventLoops {
        static final SdkEventLoopGroup OF_ALL =
                SdkEventLoopGroup.builder().threadFactory(daemons()).build();

        private static ThreadFactory daemons() {
            var count = new AtomicInteger();
            return task -> {
                var thread = new Thread(task, "local-dynamodb-client-" + count.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            };
        }
    }
}
