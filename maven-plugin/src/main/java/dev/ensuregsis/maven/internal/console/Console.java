package dev.ensuregsis.maven.internal.console;

import java.util.List;

/** Where a goal prints for the person who runs it. */
@FunctionalInterface
public interface Console {

    /**
     * Prints lines.
     *
     * @param lines the lines, in order
     */
    void print(List<Line> lines);

    /**
     * Prints one ordinary line.
     *
     * @param text the line
     */
    default void print(String text) {
        print(List.of(Line.info(text)));
    }
}
