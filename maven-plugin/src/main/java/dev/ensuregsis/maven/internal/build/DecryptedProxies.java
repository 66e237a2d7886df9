package dev.ensuregsis.maven.internal.build;

import dev.ensuregsis.maven.internal.network.ProxyServer;
import dev.ensuregsis.maven.internal.network.SettingsProxies;
import dev.ensuregsis.maven.internal.network.SettingsProxy;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Proxies of the settings.xml, whose passwords may be encrypted. */
public final class DecryptedProxies implements SettingsProxies {
    private final Settings settings;
    private final SettingsDecrypter decrypter;

    /**
     * The proxies of some settings.
     *
     * @param settings the settings
     * @param decrypter decrypts passwords
     */
    public DecryptedProxies(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    @Override
    public List<SettingsProxy> active() throws RefusedException {
        var proxies = new ArrayList<SettingsProxy>();
        for (var proxy : settings.getProxies()) {
            if (proxy.isActive()) {
                proxies.add(decrypted(proxy));
            }
        }
        return proxies;
    }

    private SettingsProxy decrypted(Proxy proxy) throws RefusedException {
        var named = "<proxy> \"" + proxy.getId() + "\" of Maven's settings";
        var decryption = decrypter.decrypt(new DefaultSettingsDecryptionRequest(proxy));
        for (var problem : decryption.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new RefusedException("The password of the " + named + " can't be decrypted: "
                        + problem.getMessage() + ". Encrypt it with the master password that settings-security.xml"
                        + " of this machine has: mvn --encrypt-password (Maven 4: mvnenc).");
            }
        }
        return new SettingsProxy(
                proxy.getProtocol(),
                new ProxyServer(
                        proxy.getHost(),
                        proxy.getPort(),
                        proxy.getUsername(),
                        decryption.getProxy().getPassword(),
                        named),
                proxy.getNonProxyHosts());
    }
}
