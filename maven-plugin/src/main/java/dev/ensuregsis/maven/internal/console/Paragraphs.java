package dev.ensuregsis.maven.internal.console;

import java.util.List;
import java.util.stream.Stream;

/** Where blank lines stand: before each paragraph but the first. Not thread-safe. */
final class Paragraphs {
    private Kind current = Kind.NONE;

    /** What a paragraph is about. */
    enum Kind {
        /** Nothing was printed yet. */
        NONE,
        /** How things stand at the beginning; each is one of its own. */
        OPENING,
        /** What stays as it is, line by line. */
        STANDING,
        /** One index that is being created; each is one of its own. */
        CREATION,
        /** What is told besides. */
        ASIDE;

        private boolean goesOnWith(Kind next) {
            return this == STANDING && next == STANDING;
        }
    }

    /** Begins a paragraph, or goes on with one of its kind where lines of that kind stand together. */
    List<Line> next(Kind kind, List<Line> lines) {
        boolean apart = current != Kind.NONE && !current.goesOnWith(kind);
        current = kind;
        return apart ? Stream.concat(Stream.of(Line.info("")), lines.stream()).toList() : lines;
    }

    /** Goes on with what there is. */
    List<Line> more(List<Line> lines) {
        current = current == Kind.NONE ? Kind.ASIDE : current;
        return lines;
    }
}
