package dev.ensuregsis.maven.internal.embedded;

import dev.ensuregsis.maven.internal.option.EmbeddedOptions;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;

/** The DynamoDB Local that {@code gsi.endpoint=embedded} means. */
@FunctionalInterface
public interface EmbeddedDatabase {

    /**
     * Starts it, if no goal of this session has yet.
     *
     * @param options what it is to be like
     * @return where it is reached
     * @throws java.net.BindException if its port can't be had
     * @throws RefusedException if it runs already and is otherwise
     * @throws IOException if it can't be had or started; the message says why
     */
    EmbeddedEndpoint start(EmbeddedOptions options) throws RefusedException, IOException;
}
