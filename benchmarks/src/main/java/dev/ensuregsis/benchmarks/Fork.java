package dev.ensuregsis.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program of ours in a JVM of its own, with the same classes, which prints its figures as numbers on one line. */
public final class Fork {
    private Fork() {}

    /** Runs it to its end and hands back the numbers that it printed last. */
    public static List<Double> figures(Class<?> program, List<String> jvmOptions, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(program.getName() + " " + arguments + " failed: " + said);
        }
        var lines = said.lines().toList();
        return Arrays.stream(lines.get(lines.size() - 1).split(" ", -1))
                .map(Double::valueOf)
                .toList();
    }
}
