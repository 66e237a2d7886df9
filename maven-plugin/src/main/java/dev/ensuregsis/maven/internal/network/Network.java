package dev.ensuregsis.maven.internal.network;

import dev.ensuregsis.maven.internal.option.RefusedException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The way out of here: straight to this machine, and to all others through the proxy that is named for them, trusting the
 * certificates that are trusted here. Thread-safe.
 */
public final class Network {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final ProxySettings proxies;
    private final List<TrustManager> trusted;

    private Network(ProxySettings proxies, List<TrustManager> trusted) {
        this.proxies = proxies;
        this.trusted = trusted;
    }

    /**
     * The way out by all that is set.
     *
     * @param ofMaven the active proxies of Maven's settings
     * @param bundle the authorities to trust; null for those of the JVM
     * @param properties the JVM's properties
     * @param environment the environment
     * @return the way out
     * @throws RefusedException if a setting can't be understood, or the certificates can't be read
     */
    public static Network of(
            List<SettingsProxy> ofMaven,
            @Nullable CertificateBundle bundle,
            Properties properties,
            Map<String, String> environment)
            throws RefusedException {
        var proxies = new ProxySettings(properties, List.copyOf(ofMaven), Map.copyOf(environment));
        try {
            proxies.servers();
        } catch (IllegalArgumentException notUnderstood) {
            // What it is may have a password in it, and so may the cause.
            throw new RefusedException(
                    "The proxy that is set here can't be understood: HTTPS_PROXY and HTTP_PROXY have to"
                            + " be like http://user:password@host:port, percent-encoded,"
                            + " and https.proxyPort and http.proxyPort numbers.");
        }
        return new Network(proxies, bundle == null ? List.of() : List.of(bundle.trustManagers()));
    }

    /** The way to this machine, over a connection that nobody encrypts: no proxy leads there, and no certificate is shown. */
    public static Network toThisMachine() {
        return new Network(new ProxySettings(new Properties(), List.of(), Map.of()), List.of());
    }

    /**
     * The proxy that leads to a URL.
     *
     * @param url where to
     * @return the proxy; empty if none does
     */
    public Optional<ProxyServer> proxyTo(URI url) {
        return proxies.to(url);
    }

    /** Whether nothing is set: no proxy is named, and the JVM's authorities are trusted. */
    boolean isPlain() {
        return trusted.isEmpty() && proxies.servers().isEmpty();
    }

    /**
     * Clients that go this way. The JDK's is the quickest to start, and can't sign in at a proxy that tunnels unless the whole
     * JVM is told to.
     *
     * @return what builds them
     */
    public SdkHttpClient.Builder<?> clients() {
        return isPlain() ? straight() : throughProxies();
    }

    private static UrlConnectionHttpClient.Builder straight() {
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(LONGEST_CONNECT)
                .socketTimeout(LONGEST_ANSWER)
                .proxyConfiguration(software.amazon.awssdk.http.urlconnection.ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariablesValues(false)
                        .build());
    }

    private Apache5HttpClient.Builder throughProxies() {
        var builder = Apache5HttpClient.builder()
                .connectionTimeout(LONGEST_CONNECT)
                .socketTimeout(LONGEST_ANSWER)
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useSystemPropertyValues(false)
                        .useEnvironmentVariableValues(false)
                        .build())
                .httpRoutePlanner(new Routes(proxies))
                .credentialsProvider(signIn());
        if (!trusted.isEmpty()) {
            builder.tlsTrustManagersProvider(() -> trusted.toArray(TrustManager[]::new));
        }
        return builder;
    }

    private CredentialsProvider signIn() {
        var signIn = new BasicCredentialsProvider();
        for (var server : proxies.servers()) {
            if (server.user() != null) {
                var password = server.password() == null ? "" : server.password();
                signIn.setCredentials(
                        new AuthScope(server.host(), server.port()),
                        new UsernamePasswordCredentials(server.user(), password.toCharArray()));
            }
        }
        return signIn;
    }

    private static final class Routes extends DefaultRoutePlanner {
        private final ProxySettings proxies;

        Routes(ProxySettings proxies) {
            super(null);
            this.proxies = proxies;
        }

        @Override
        protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
            return proxies.to(URI.create(target.toURI()))
                    .map(server -> new HttpHost("http", server.host(), server.port()))
                    .orElse(null);
        }
    }
}
