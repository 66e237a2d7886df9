package dev.ensuregsis.maven.internal.console;

import java.nio.charset.Charset;

/**
 * The marks before a result.
 *
 * @param success before something that went well
 * @param failure before something that did not
 */
public record Symbols(String success, String failure) {

    /** For a console that can show them. */
    public static final Symbols UNICODE = new Symbols("✓", "✗");

    /** For every other console. */
    public static final Symbols ASCII = new Symbols("+", "x");

    /**
     * The symbols that a console can show.
     *
     * @param console the console's charset
     * @return Unicode ones if the charset has both
     */
    public static Symbols in(Charset console) {
        if (!console.canEncode()) {
            return ASCII;
        }
        var encoder = console.newEncoder();
        return encoder.canEncode(UNICODE.success + UNICODE.failure) ? UNICODE : ASCII;
    }
}
