package dev.ensuregsis.maven.internal.network;

import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A file of certificates in PEM form: the authorities that are trusted, and no others, as with the AWS CLI.
 *
 * @param file its path
 * @param namedBy the setting that names it, for messages
 */
public record CertificateBundle(String file, String namedBy) {

    /** They trust whoever shows a certificate that one of these authorities has signed. */
    TrustManager[] trustManagers() throws RefusedException {
        // PEM is read byte by byte, each from the disk but for a buffer: half a second, measured, for the authorities
        // of the web.
        try (var pem = new BufferedInputStream(Files.newInputStream(Path.of(file)))) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(pem);
            if (certificates.isEmpty()) {
                throw refused("there is no certificate in it", null);
            }
            var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            for (var certificate : certificates) {
                trusted.setCertificateEntry("authority-" + trusted.size(), certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            return trust.getTrustManagers();
        } catch (IOException | InvalidPathException unreadable) {
            throw refused("it can't be read: " + unreadable, unreadable);
        } catch (GeneralSecurityException broken) {
            throw refused("its certificates can't be read: " + broken.getMessage(), broken);
        }
    }

    private RefusedException refused(String reason, @Nullable Throwable cause) {
        var message = namedBy + " is \"" + file + "\", but " + reason
                + ". It has to be a file of certificates in PEM form (-----BEGIN CERTIFICATE-----).";
        return cause == null ? new RefusedException(message) : new RefusedException(message, cause);
    }
}
