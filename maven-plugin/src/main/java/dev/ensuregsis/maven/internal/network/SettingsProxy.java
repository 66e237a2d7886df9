package dev.ensuregsis.maven.internal.network;

import org.jspecify.annotations.Nullable;

/**
 * An active {@code <proxy>} of Maven's settings.
 *
 * @param protocol of what goes through it: {@code http} or {@code https}
 * @param server the proxy
 * @param nonProxyHosts the hosts that go around it, separated by bars, with stars; null for none
 */
public record SettingsProxy(
        String protocol, ProxyServer server, @Nullable String nonProxyHosts) {}
