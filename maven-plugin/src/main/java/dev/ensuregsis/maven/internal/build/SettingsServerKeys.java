package dev.ensuregsis.maven.internal.build;

import dev.ensuregsis.maven.internal.aws.Login.AccessKey;
import dev.ensuregsis.maven.internal.aws.ServerKeys;
import dev.ensuregsis.maven.internal.option.RefusedException;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Servers of the settings.xml, whose passwords may be encrypted. */
public final class SettingsServerKeys implements ServerKeys {
    private final Settings settings;
    private final SettingsDecrypter decrypter;

    /**
     * The keys of some settings.
     *
     * @param settings the settings
     * @param decrypter decrypts passwords
     */
    public SettingsServerKeys(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    @Override
    public AccessKey of(String id) throws RefusedException {
        var server = settings.getServer(id);
        if (server == null) {
            throw new RefusedException("gsi.serverId is \"" + id + "\", but Maven's settings have no <server> of that"
                    + " id. Add one whose username is the access key id and whose password is its secret.");
        }
        var decryption = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        for (var problem : decryption.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new RefusedException("The password of the <server> \"" + id
                        + "\" (gsi.serverId) can't be decrypted: "
                        + problem.getMessage() + ". Encrypt it with the master password that settings-security.xml"
                        + " of this machine has: mvn --encrypt-password (Maven 4: mvnenc).");
            }
        }
        var decrypted = decryption.getServer();
        if (decrypted.getUsername() == null || decrypted.getPassword() == null) {
            throw new RefusedException(
                    "The <server> \"" + id + "\" (gsi.serverId) of Maven's settings needs a username,"
                            + " the access key id, and a password, its secret.");
        }
        return new AccessKey(decrypted.getUsername(), decrypted.getPassword());
    }
}
