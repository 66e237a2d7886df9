package dev.ensuregsis.maven.internal.network;

import dev.ensuregsis.maven.internal.option.RefusedException;
import java.util.List;

/** The proxies that Maven's settings have. */
@FunctionalInterface
public interface SettingsProxies {

    /**
     * Those that are active, in their order, with passwords decrypted.
     *
     * @return the proxies
     * @throws RefusedException if a password can't be decrypted
     */
    List<SettingsProxy> active() throws RefusedException;
}
