package dev.ensuregsis.maven.internal.aws;

import dev.ensuregsis.maven.internal.aws.Login.AccessKey;
import dev.ensuregsis.maven.internal.option.RefusedException;

/** The access keys that Maven's settings have. */
@FunctionalInterface
public interface ServerKeys {

    /**
     * The key of one {@code <server>}.
     *
     * @param id the server's id
     * @return its key, decrypted
     * @throws RefusedException if there is none, or it can't be decrypted
     */
    AccessKey of(String id) throws RefusedException;
}
