package dev.ensuregsis.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A program of ours in a JVM of its own, with the same classes, which prints its figures as numbers on one line. */
public final class Fork {
    private Fork() {}

    /** Runs it to its end and hands back the numbers that it printed last. */
    public static List<Double> figures(Class<?> program, List<String> jvmOptions, List<String> arguments)
            throws IOException, InterruptedException {
        return figures(System.getProperty("java.class.path"), program, jvmOptions, arguments);
    }

    /** The same without the classes of one artifact. */
    public static List<Double> figuresWithout(String artifact, Class<?> program, List<String> arguments)
            throws IOException, InterruptedException {
        var rest = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith(artifact))
                .collect(Collectors.joining(File.pathSeparator));
        return figures(rest, program, List.of(), arguments);
    }

    private static List<Double> figures(
            String classPath, Class<?> program, List<String> jvmOptions, List<String> arguments)
            throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-classpath", classPath, program.getName()));
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
