package dev.ensuregsis.maven.internal.network;

import org.jspecify.annotations.Nullable;

/**
 * A proxy.
 *
 * @param host its host
 * @param port its port
 * @param user who signs in at it; null for nobody
 * @param password with which password, which no log, report or message shows; null for none
 * @param namedBy the setting that names it, for messages
 */
public record ProxyServer(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password,
        String namedBy) {

    @Override
    public String toString() {
        return host + ":" + port + " (" + namedBy + ")";
    }
}
