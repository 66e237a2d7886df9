package dev.ensuregsis.engine.definition.internal.serverless;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A text with variables, taken apart: {@code ${...}} may stand in one another, and hold several candidates. */
final class VariableText {
    /** A source of variables, as {@code self:} or {@code file(}; CloudFormation's own {@code ${AWS::Region}} is none. */
    private static final Pattern SOURCE = Pattern.compile("\\s*[a-z][a-zA-Z0-9]*[:(].*", Pattern.DOTALL);

    private VariableText() {}

    /** A piece of a text: what it says and whether that is a variable's inside. */
    record Piece(String text, boolean isVariable) {}

    static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        int literal = 0;
        for (int i = text.indexOf("${"); i >= 0; i = text.indexOf("${", i)) {
            int end = closing(text, i + 2);
            var inside = end < 0 ? "" : text.substring(i + 2, end);
            if (end < 0 || !SOURCE.matcher(inside).matches()) {
                i += 2;
                continue;
            }
            if (i > literal) {
                pieces.add(new Piece(text.substring(literal, i), false));
            }
            pieces.add(new Piece(inside, true));
            literal = end + 1;
            i = literal;
        }
        if (literal < text.length() || pieces.isEmpty()) {
            pieces.add(new Piece(text.substring(literal), false));
        }
        return pieces;
    }

    private static int closing(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** The candidates of a variable, the first of which that has a value counts. */
    static List<String> candidates(String inside) {
        var candidates = new ArrayList<String>();
        var current = new StringBuilder();
        char quote = 0;
        int depth = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}') {
                depth--;
            } else if (c == ',' && depth == 0) {
                candidates.add(current.toString().strip());
                current.setLength(0);
                continue;
            }
            current.append(c);
        }
        candidates.add(current.toString().strip());
        return candidates;
    }
}
