package dev.ensuregsis.maven.internal.network;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A host, or some of them, to which no proxy leads.
 *
 * @param hosts what they look like, in lower case
 * @param port the only port that is meant; -1 for all
 */
record ProxyException(Pattern hosts, int port) {
    private static final Pattern WITH_PORT = Pattern.compile("([^:]+):(\\d{1,5})");

    /** Those of Java and Maven: separated by bars, a star for anything. */
    static List<ProxyException> barred(@Nullable String list) {
        return split(list, "\\|")
                .map(glob -> new ProxyException(pattern(glob), -1))
                .toList();
    }

    /** Those of NO_PROXY: a domain stands for all below it too, and a port may follow. */
    static List<ProxyException> commaSeparated(@Nullable String list) {
        return split(list, ",").map(ProxyException::domain).toList();
    }

    boolean covers(URI url) {
        var host = url.getHost().toLowerCase(Locale.ROOT);
        return hosts.matcher(host).matches() && (port < 0 || port == portOf(url));
    }

    private static int portOf(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }

    private static ProxyException domain(String entry) {
        var withPort = WITH_PORT.matcher(entry);
        boolean hasPort = withPort.matches();
        var domain = hasPort ? withPort.group(1) : entry;
        var port = hasPort ? Integer.parseInt(withPort.group(2)) : -1;
        if (domain.contains("*")) {
            return new ProxyException(pattern(domain), port);
        }
        var bare = domain.startsWith(".") ? domain.substring(1) : domain;
        return new ProxyException(Pattern.compile("(.*\\.)?" + Pattern.quote(bare)), port);
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(
                Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private static Stream<String> split(@Nullable String list, String separator) {
        return list == null
                ? Stream.empty()
                : Stream.of(list.split(separator))
                        .map(String::strip)
                        .filter(entry -> !entry.isEmpty())
                        .map(entry -> entry.toLowerCase(Locale.ROOT));
    }
}
