package dev.ensuregsis.engine.definition.internal.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes as text: UTF-8 or UTF-16, with a byte-order mark or without. */
final class TextDecoder {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What a string has in the place of malformed input, unless it is written there. */
    private static final char REPLACEMENT = '\uFFFD';

    private TextDecoder() {}

    static String decode(String source, byte[] bytes) {
        var charset = charset(bytes);
        var text = new String(bytes, charset);
        if (text.indexOf(REPLACEMENT) >= 0 && !isWellFormed(bytes, charset)) {
            throw Limits.refused(Position.root(source), "not text in " + charset + ": save the file as UTF-8");
        }
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Whether what replaces malformed input was written as it is. */
    private static boolean isWellFormed(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** JSON and YAML begin with an ASCII character, so a zero among the first two bytes tells UTF-16 without a mark. */
    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0)) {
            return StandardCharsets.UTF_16BE;
        }
        if ((first == 0xFF && second == 0xFE) || (first != 0 && second == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }
}
