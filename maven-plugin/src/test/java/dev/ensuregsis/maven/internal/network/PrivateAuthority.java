package dev.ensuregsis.maven.internal.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate authority that nobody knows, and a server's certificate that it has signed. */
public final class PrivateAuthority {
    private static final String PASSWORD = "changeit";
    private static final String STORE = "server.p12";

    private final Path folder;

    /** Makes both, for some hosts, in a folder. */
    public PrivateAuthority(Path folder, String hosts) throws IOException, InterruptedException {
        this.folder = folder;
        keytool("-genkeypair", "-alias", "authority", "-dname", "CN=Private", "-keyalg", "EC", "-ext", "bc:c");
        keytool(
                "-genkeypair",
                "-alias",
                "server",
                "-dname",
                "CN=Server",
                "-keyalg",
                "EC",
                "-signer",
                "authority",
                "-ext",
                "san=" + hosts);
        keytool("-exportcert", "-rfc", "-alias", "authority", "-file", bundle().toString());
        keytool("-delete", "-alias", "authority");
    }

    /** The authority's certificate. */
    public Path bundle() {
        return folder.resolve("authority.pem");
    }

    /** For the server. */
    public SSLContext context() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve(STORE))) {
            store.load(in, PASSWORD.toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(
                List.of("-keystore", folder.resolve(STORE).toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}
