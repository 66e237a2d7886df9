package dev.ensuregsis.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of all figures, as it is written to the results page. */
final class Results {
    private final List<String> lines = new ArrayList<>();

    Results() throws IOException {
        lines.add("# Results");
        lines.add("");
        lines.add("Written by `mvn -Pbenchmarks verify` on " + LocalDate.now(ZoneOffset.UTC) + ". " + Machine.here()
                + ".");
        lines.add("");
        lines.add(
                "A ratio is our figure over the one beside it: the median of pairs measured in turn, with the lowest and"
                        + " highest pair as its spread. Simulated figures follow from the timings of the simulated account, are"
                        + " the same in every run and have no spread. What each row means: [performance](../docs/performance.md).");
        lines.add("");
        lines.add("| what | ours | against | ratio | spread | goal | |");
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

    private static String text(@Nullable Double ratio) {
        return ratio == null ? "" : String.format(Locale.ROOT, ratio >= 100 ? "%.0f" : "%.3f", ratio);
    }
}
