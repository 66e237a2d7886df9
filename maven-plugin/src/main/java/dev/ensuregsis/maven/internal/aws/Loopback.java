package dev.ensuregsis.maven.internal.aws;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells endpoints on this machine from all others. */
final class Loopback {

    private Loopback() {}

    /** Whether all addresses of the endpoint's host are this machine's own; false if it has none. */
    static boolean isLoopback(@Nullable URI endpoint) {
        if (endpoint == null) {
            return false;
        }
        try {
            return Stream.of(InetAddress.getAllByName(endpoint.getHost())).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
