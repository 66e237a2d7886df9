package dev.ensuregsis.maven.internal.network;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.AttributeMap;

/**
 * Has the clients that the SDK makes by itself (STS, SSO and sign-in, for credentials) go the same way as ours. The SDK
 * takes a service for HTTP that it doesn't know after all that it does, unless a property names it, and looks once per
 * class loader. The property is there for that one look: other plugins of this Maven may use an SDK of their own.
 */
public final class SdkNetwork implements SdkHttpService {
    private static volatile @Nullable Network current;
    private static boolean asked;

    /** Made by the SDK. */
    public SdkNetwork() {}

    /**
     * Has every client that is made from now on go this way.
     *
     * @param network the way; all goals of a Maven session have the same
     */
    public static synchronized void use(Network network) {
        current = network;
        // Where nothing is set, the SDK's own clients find the way by themselves, and the look isn't worth its time.
        if (asked || network.isPlain()) {
            return;
        }
        asked = true;
        var property = SdkSystemSetting.SYNC_HTTP_SERVICE_IMPL.property();
        var before = System.setProperty(property, SdkNetwork.class.getName());
        try {
            StsClient.builder()
                    .region(Region.US_EAST_1)
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .build()
                    .close();
        } finally {
            if (before == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, before);
            }
        }
    }

    @Override
    public SdkHttpClient.Builder<?> createHttpClientBuilder() {
        return new Builder();
    }

    private static final class Builder implements SdkHttpClient.Builder<Builder> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap serviceDefaults) {
            var network = current;
            SdkHttpClient.Builder<?> clients = network == null ? Apache5HttpClient.builder() : network.clients();
            return clients.buildWithDefaults(serviceDefaults);
        }
    }
}
