package dev.ensuregsis.engine.spi;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells an endpoint on this machine from all others: by what stands in its URL alone, and without a look-up, which another
 * machine would answer otherwise, or the same one a minute later.
 */
public final class Loopback {
    private static final String LOCALHOST = "localhost";

    /** Of the first number, zeros before it would change the meaning: 0127 is 127 to one reader and 87 to another. */
    private static final Pattern FOUR_NUMBERS = Pattern.compile("127(\\.\\d{1,3}){3}");

    private static final Pattern ONE_NUMBER = Pattern.compile("[1-9]\\d{0,9}");

    /** The size of an IPv4 address without its first byte. */
    private static final int BITS_OF_HOST = 24;

    private static final int LOOPBACK_NETWORK = 127;

    private Loopback() {}

    /**
     * Whether an endpoint's host is this machine: {@code localhost}, a name below it, or a literal loopback address in any
     * spelling that Java connects to. Any other name isn't, whatever it resolves to here. Opens no connection and looks no
     * name up.
     *
     * @param endpoint a URL; one without a host is on no machine
     * @return true for this machine
     */
    public static boolean isHostOf(URI endpoint) {
        var host = endpoint.getHost();
        if (host == null) {
            return false;
        }
        return host.startsWith("[") ? isLoopbackInBrackets(host) : isLoopbackNumber(host) || isLocalhost(host);
    }

    /** What is in brackets is an address or refused, never looked up. */
    private static boolean isLoopbackInBrackets(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException noSuchScope) {
            return false;
        }
    }

    private static boolean isLoopbackNumber(String host) {
        return FOUR_NUMBERS.matcher(host).matches()
                || (ONE_NUMBER.matcher(host).matches() && Long.parseLong(host) >>> BITS_OF_HOST == LOOPBACK_NETWORK);
    }

    private static boolean isLocalhost(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        var relative = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return relative.equals(LOCALHOST) || relative.endsWith("." + LOCALHOST);
    }
}
