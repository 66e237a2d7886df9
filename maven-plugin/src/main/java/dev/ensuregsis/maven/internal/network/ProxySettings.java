package dev.ensuregsis.maven.internal.network;

import dev.ensuregsis.engine.spi.Loopback;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which proxy leads where, by all that names one. The first that names one for the scheme decides, its exceptions
 * included: the JVM's properties, which can be typed; then Maven's settings; then the environment. Pure.
 *
 * @param properties the JVM's properties
 * @param ofMaven the active proxies of Maven's settings, in their order
 * @param environment the environment
 */
record ProxySettings(Properties properties, List<SettingsProxy> ofMaven, Map<String, String> environment) {
    private static final String HTTPS = "https";
    private static final String HTTP = "http";
    private static final int DEFAULT_HTTPS_PORT = 443;
    private static final int DEFAULT_HTTP_PORT = 80;

    /** The proxy to a URL; empty where there is none, and for this machine. */
    Optional<ProxyServer> to(URI url) {
        var host = url.getHost();
        if (host == null || Loopback.isHostOf(url)) {
            return Optional.empty();
        }
        var scheme = HTTPS.equalsIgnoreCase(url.getScheme()) ? HTTPS : HTTP;
        return rule(scheme)
                .filter(rule -> rule.exceptions().stream().noneMatch(exception -> exception.covers(url)))
                .map(Rule::server);
    }

    /** The proxies that may be met, exceptions aside. */
    List<ProxyServer> servers() {
        return Stream.of(HTTPS, HTTP)
                .flatMap(scheme -> rule(scheme).stream())
                .map(Rule::server)
                .toList();
    }

    private Optional<Rule> rule(String scheme) {
        return Stream.of(ofProperties(scheme), ofMaven(scheme), ofEnvironment(scheme))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What names a proxy. */
    private record Rule(ProxyServer server, List<ProxyException> exceptions) {}

    private Optional<Rule> ofProperties(String scheme) {
        var host = properties.getProperty(scheme + ".proxyHost");
        if (host == null || host.isBlank()) {
            return Optional.empty();
        }
        var server = new ProxyServer(
                host,
                port(properties.getProperty(scheme + ".proxyPort"), scheme),
                properties.getProperty(scheme + ".proxyUser"),
                properties.getProperty(scheme + ".proxyPassword"),
                scheme + ".proxyHost");
        // The JVM has one list of exceptions for both schemes.
        return Optional.of(new Rule(server, ProxyException.barred(properties.getProperty("http.nonProxyHosts"))));
    }

    /** As Maven's resolver does: what has no proxy for https takes that for http. */
    private Optional<Rule> ofMaven(String scheme) {
        return firstOfMaven(scheme).or(() -> firstOfMaven(HTTP));
    }

    private Optional<Rule> firstOfMaven(String protocol) {
        return ofMaven.stream()
                .filter(proxy -> protocol.equalsIgnoreCase(proxy.protocol()))
                .findFirst()
                .map(proxy -> new Rule(proxy.server(), ProxyException.barred(proxy.nonProxyHosts())));
    }

    private Optional<Rule> ofEnvironment(String scheme) {
        var name = scheme.toUpperCase(Locale.ROOT) + "_PROXY";
        return variable(name)
                .flatMap(value -> parsed(value, name, scheme))
                .map(server -> new Rule(
                        server,
                        ProxyException.commaSeparated(variable("NO_PROXY").orElse(null))));
    }

    /** In capitals, as AWS documents them, or not, as many other programs read them. */
    private Optional<String> variable(String name) {
        return Stream.of(name, name.toLowerCase(Locale.ROOT))
                .map(environment::get)
                .filter(value -> value != null && !value.isBlank())
                .findFirst();
    }

    private static Optional<ProxyServer> parsed(String value, String name, String scheme) {
        var url = URI.create(value.contains("://") ? value : "http://" + value);
        if (url.getHost() == null) {
            throw new IllegalArgumentException("a URL without a host");
        }
        var signIn = url.getRawUserInfo() == null
                ? new String[0]
                : url.getRawUserInfo().split(":", 2);
        return Optional.of(new ProxyServer(
                url.getHost(),
                url.getPort() < 0 ? port(null, scheme) : url.getPort(),
                signIn.length > 0 ? decoded(signIn[0]) : null,
                signIn.length > 1 ? decoded(signIn[1]) : null,
                name));
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static int port(@Nullable String port, String scheme) {
        if (port == null || port.isBlank()) {
            return scheme.equals(HTTPS) ? DEFAULT_HTTPS_PORT : DEFAULT_HTTP_PORT;
        }
        return Integer.parseInt(port.trim());
    }
}
