package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.maven.internal.console.Console;
import dev.ensuregsis.maven.internal.console.Line;
import java.util.ArrayList;
import java.util.List;

/** A console that remembers. */
final class Recorder implements Console {
    private final List<Line> lines = new ArrayList<>();

    @Override
    public void print(List<Line> printed) {
        lines.addAll(printed);
    }

    void forget() {
        lines.clear();
    }

    List<String> texts() {
        return lines.stream().map(Line::text).toList();
    }
}
