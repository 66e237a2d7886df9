package dev.ensuregsis.local;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts that a test may talk to: this machine, and those named. Everything else is refused before a connection is
 * opened, so that no test can reach a real account by a mistake in its configuration. A name counts as this machine only
 * if all its addresses are loopback addresses.
 *
 * @param names hosts allowed besides this machine, as they stand in the endpoint's URL; upper and lower case are the same
 */
public record AllowedHosts(Set<String> names) {

    /** This machine, and nothing else. */
    public static final AllowedHosts LOOPBACK_ONLY = new AllowedHosts(Set.of());

    /** Where nobody runs a DynamoDB made for tests. */
    private static final Pattern AWS =
            Pattern.compile("\\.(amazonaws\\.(com|com\\.cn|eu)|api\\.aws)\\.?$", Pattern.CASE_INSENSITIVE);

    /** Copies the names. */
    public AllowedHosts {
        names = names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Reads the names from a comma-separated list, the form of the configuration parameter {@code gsi.allowedHosts}.
     *
     * @param names host names or addresses, separated by commas; may be empty
     * @return the hosts
     */
    public static AllowedHosts parse(String names) {
        return new AllowedHosts(Arrays.stream(names.split(",")).collect(Collectors.toSet()));
    }

    /**
     * Lets an endpoint pass or refuses it. Looks names up, but opens no connection.
     *
     * @param endpoint an absolute http or https URL
     * @return the same endpoint
     * @throws LocalServerException if it is no such URL, or its host is neither this machine nor allowed
     */
    public URI check(URI endpoint) {
        var scheme = endpoint.getScheme();
        var host = endpoint.getHost();
        if (host == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
            throw new LocalServerException("The endpoint \"" + endpoint
                    + "\" is no address of a server: write it like http://localhost:8000.");
        }
        if (!names.contains(host.toLowerCase(Locale.ROOT)) && !isLoopback(host)) {
            throw new LocalServerException("Refused to connect to " + endpoint + ": " + whyNot(host));
        }
        return endpoint;
    }

    private static String whyNot(String host) {
        return AWS.matcher(host).find()
                ? "that is AWS itself, and a test must not reach a real account. Leave the endpoint out to test on a"
                        + " DynamoDB Local in this JVM; mvn gsi:create is for accounts."
                : host + " is not this machine, and a test must not reach a real account. If it is a DynamoDB made for"
                        + " tests, allow it by the configuration parameter gsi.allowedHosts=" + host + ".";
    }

    private static boolean isLoopback(String host) {
        try {
            return areLoopback(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** All of them: a connection takes any. */
    static boolean areLoopback(InetAddress... addressesOfOneName) {
        return Arrays.stream(addressesOfOneName).allMatch(InetAddress::isLoopbackAddress);
    }
}
