package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.console.Console;
import dev.ensuregsis.maven.internal.option.OptionReader;

/**
 * One call of a goal.
 *
 * @param build the build in which it runs
 * @param options what the user gave
 * @param console where it prints
 */
public record Invocation(Build build, OptionReader options, Console console) {}
