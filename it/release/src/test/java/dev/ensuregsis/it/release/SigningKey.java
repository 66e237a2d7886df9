package dev.ensuregsis.it.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.crypto.generators.RSAKeyPairGenerator;
import org.bouncycastle.crypto.params.RSAKeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.operator.bc.BcKeyFingerprintCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** An OpenPGP key that nobody else has ever had: signs one release of a test. */
final class SigningKey {
    static final String PASSPHRASE = "of a test";
    private static final int BITS = 2048;

    private final PGPSecretKeyRing ring;

    private SigningKey(PGPSecretKeyRing ring) {
        this.ring = ring;
    }

    @SuppressWarnings("JavaUtilDate") // OpenPGP's key pairs are made with one.
    static SigningKey create() throws PGPException {
        var pairs = new RSAKeyPairGenerator();
        pairs.init(
                new RSAKeyGenerationParameters(java.math.BigInteger.valueOf(0x10001), new SecureRandom(), BITS, 100));
        var pair = new BcPGPKeyPair(4, PublicKeyAlgorithmTags.RSA_GENERAL, pairs.generateKeyPair(), new Date());
        var sha1 = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
        var generator = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                pair,
                "A test of a release <test@example.invalid>",
                sha1,
                null,
                null,
                new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256, sha1)
                        .build(PASSPHRASE.toCharArray()));
        return new SigningKey(generator.generateSecretKeyRing());
    }

    /** As it is handed to the build. */
    String armored() throws IOException {
        var text = new ByteArrayOutputStream();
        try (var armor = new ArmoredOutputStream(text)) {
            ring.encode(armor);
        }
        return text.toString(StandardCharsets.US_ASCII);
    }

    /** Whether this key has signed this file. */
    boolean hasSigned(Path file, Path signature) throws IOException, PGPException {
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(signature))) {
            var signatures = (PGPSignatureList) new PGPObjectFactory(in, new BcKeyFingerprintCalculator()).nextObject();
            var first = signatures.get(0);
            PGPPublicKey key = ring.getPublicKey(first.getKeyID());
            if (key == null) {
                return false;
            }
            first.init(new BcPGPContentVerifierBuilderProvider(), key);
            first.update(Files.readAllBytes(file));
            return first.verify();
        }
    }
}
