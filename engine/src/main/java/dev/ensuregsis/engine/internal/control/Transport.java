package dev.ensuregsis.engine.internal.control;

import dev.ensuregsis.engine.spi.ControlPlaneFault;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What kept a call from getting there, where it certainly had no effect. By type where there is one, else by words. */
final class Transport {
    /** The JDK's words; HTTP clients in the SDK have types of their own, and keep them. */
    private static final Pattern CONNECT_TIMED_OUT = Pattern.compile("connect timed out|connection timed out");

    /** The JDK's words. */
    private static final Pattern TUNNEL =
            Pattern.compile("Unable to tunnel through proxy\\. Proxy returns \"HTTP/1\\.\\d (\\d{3})");

    private Transport() {}

    /** The fault, from what was thrown, outermost first; empty if the call may have taken effect. */
    static Optional<ControlPlaneFault> fault(List<Throwable> causes, String message) {
        for (var cause : causes) {
            var words = String.valueOf(cause.getMessage());
            var tunnel = TUNNEL.matcher(words);
            if (tunnel.find()) {
                return Optional.of(new ControlPlaneFault.ProxyRefused(Integer.parseInt(tunnel.group(1)), message));
            }
            if (isDistrust(cause)) {
                return Optional.of(new ControlPlaneFault.NotTrusted(message));
            }
            if (CONNECT_TIMED_OUT.matcher(words.toLowerCase(Locale.ROOT)).find()) {
                return Optional.of(new ControlPlaneFault.TimedOut(message));
            }
        }
        return causes.stream().anyMatch(Transport::isUnconnected)
                ? Optional.of(new ControlPlaneFault.NotConnected(message))
                : Optional.empty();
    }

    private static boolean isDistrust(Throwable cause) {
        return cause instanceof CertificateException
                || cause instanceof CertPathBuilderException
                || cause instanceof CertPathValidatorException
                || cause instanceof SSLPeerUnverifiedException;
    }

    private static boolean isUnconnected(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof NoRouteToHostException;
    }
}
