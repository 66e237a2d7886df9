package dev.ensuregsis.junit.internal;

import dev.ensuregsis.local.Strict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a declaration says of its database; nothing is read or checked yet.
 *
 * @param strict what it refuses; empty where nothing is said
 * @param indexLag how far its indexes are behind; null where nothing is said
 */
public record DeclaredOptions(List<Strict> strict, @Nullable String indexLag) {

    /** Copies the list. */
    public DeclaredOptions {
        strict = List.copyOf(strict);
    }

    /** Whether anything is said. */
    boolean saySomething() {
        return !strict.isEmpty() || indexLag != null;
    }
}
