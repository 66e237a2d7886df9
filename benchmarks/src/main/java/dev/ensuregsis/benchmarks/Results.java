package dev.ensuregsis.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of all figures, as it is written to the results page. */
final class Results {
    private final List<String> lines = new ArrayList<>();

    Results() {
        var runtime = Runtime.getRuntime();
        lines.add("# Results");
        lines.add("");
        lines.add("Written by `mvn -Pbenchmarks verify` on "
                + LocalDate.now(ZoneOffset.UTC) + ": " + runtime.availableProcessors() + " processors ("
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "), JDK "
                + System.getProperty("java.version") + ".");
        lines.add("A ratio is the engine's figure over the one beside it. Simulated figures follow from the timings of"
                + " the simulated account and have no spread.");
        lines.add("");
        lines.add("| what | engine | against | ratio | spread | goal | |");
        lines.add("|---|---|---|---|---|---|---|");
    }

    void add(Figure figure) {
        var goal = figure.goal();
        var row = "| " + figure.what() + " | " + figure.ours() + " | " + figure.other() + " | " + text(figure.ratio())
                + " | " + (figure.spread() == null ? "" : figure.spread()) + " | "
                + (goal == null ? "" : "at most " + text(goal)) + " | "
                + (goal == null ? "" : figure.isMet() ? "met" : "**not met**") + " |";
        lines.add(row);
        System.out.println(row);
    }

    void write(Path file) throws IOException {
        Files.write(file, lines);
    }

    private static String text(double ratio) {
        return String.format(Locale.ROOT, ratio >= 100 ? "%.0f" : "%.3f", ratio);
    }
}
