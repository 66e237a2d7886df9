package dev.ensuregsis.maven.internal.report;

/** Texts that others wrote, made harmless for the form in which they stand. */
final class Escaped {
    private Escaped() {}

    /** For HTML, in an element or in an attribute between double quotes. What no HTML may hold becomes a sign for it. */
    static void html(String text, StringBuilder to) {
        text.codePoints().forEach(character -> {
            switch (character) {
                case '<' -> to.append("&lt;");
                case '>' -> to.append("&gt;");
                case '&' -> to.append("&amp;");
                case '"' -> to.append("&quot;");
                case '\'' -> to.append("&#39;");
                default -> to.appendCodePoint(isForXml(character) ? character : 0xFFFD);
            }
        });
    }

    /** For XML, whose writer escapes the rest: what no XML may hold becomes a sign for it. */
    static String xml(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(character -> clean.appendCodePoint(isForXml(character) ? character : 0xFFFD));
        return clean.toString();
    }

    private static boolean isForXml(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    /** For Markdown, as one line in a cell of a table or after a list's mark. */
    static String markdown(String text) {
        var line = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == '\n' || character == '\r' || character == '\t') {
                line.append(' ');
            } else if (character == '<') {
                line.append("&lt;");
            } else if (character == '&') {
                line.append("&amp;");
            } else if ("\\`*_{}[]()#+!|~>@$".indexOf(character) >= 0) {
                line.append('\\').appendCodePoint(character);
            } else {
                line.appendCodePoint(isForXml(character) ? character : 0xFFFD);
            }
        });
        return line.toString();
    }
}
