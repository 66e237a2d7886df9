package dev.ensuregsis.maven.internal.console;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds out in which charset standard output is written. */
public final class ConsoleCharset {

    private ConsoleCharset() {}

    /**
     * The charset of {@code System.out}. JDK 19 and later name it; JDK 17 names it for a terminal only, and elsewhere
     * writes in the default charset.
     *
     * @param systemProperty looks up a system property; null where there is none
     * @return the charset
     */
    public static Charset detect(UnaryOperator<@Nullable String> systemProperty) {
        for (var name : new String[] {"stdout.encoding", "sun.stdout.encoding"}) {
            var value = systemProperty.apply(name);
            if (value != null) {
                try {
                    return Charset.forName(value);
                } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
                    // The next one may be better known.
                }
            }
        }
        return Charset.defaultCharset();
    }
}
