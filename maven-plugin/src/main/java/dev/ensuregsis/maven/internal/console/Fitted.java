package dev.ensuregsis.maven.internal.console;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text in lines that a terminal doesn't break. */
final class Fitted {
    private static final String CUT = "...";

    private Fitted() {}

    /** Parts with what stands between them, as many on a line as fit, the next lines indented. */
    static List<String> parts(String first, List<String> parts, String between, Frame frame) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(first);
        boolean isEmpty = true;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i) + (i < parts.size() - 1 ? between.stripTrailing() : "");
            int gap = isEmpty ? 0 : between.length() - between.stripTrailing().length();
            if (!isEmpty && line.length() + gap + part.length() > frame.columns()) {
                lines.add(line.toString());
                line = new StringBuilder(frame.indent());
                gap = 0;
            }
            line.append(" ".repeat(gap)).append(part);
            isEmpty = false;
        }
        lines.add(line.toString());
        return lines.stream().flatMap(whole -> words(whole, frame)).collect(Collectors.toList());
    }

    /** A line that is too long still, broken between words; a word that is too long stands alone. */
    private static Stream<String> words(String whole, Frame frame) {
        var lines = new ArrayList<String>();
        var rest = whole;
        while (rest.length() > frame.columns()) {
            int blank = rest.lastIndexOf(' ', frame.columns());
            if (blank <= frame.indent().length()) {
                break;
            }
            lines.add(rest.substring(0, blank));
            rest = frame.indent() + rest.substring(blank + 1);
        }
        lines.add(rest);
        return lines.stream();
    }

    /** A name that is too long, without its middle: its end tells it from others as often as its beginning. */
    static String name(String name, int columns) {
        if (name.length() <= columns) {
            return name;
        }
        int kept = Math.max(2, columns - CUT.length());
        return name.substring(0, (kept + 1) / 2) + CUT + name.substring(name.length() - kept / 2);
    }

    /** How wide lines may be, and what the second and further begin with. */
    record Frame(int columns, String indent) {}
}
