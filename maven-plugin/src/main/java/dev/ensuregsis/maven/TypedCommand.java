package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.console.NextCommands;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;

/** Finds out what the user typed to start this goal. */
final class TypedCommand {

    private TypedCommand() {}

    /** The command that creates what this goal planned. */
    static String create(MavenSession session, MojoExecution execution) {
        var typed = of(session, execution);
        var goals = typed.goals().stream()
                .map(goal -> goal.replaceFirst(":" + execution.getGoal() + "$", ":create"))
                .toList();
        return new NextCommands(goals, typed.options(), typed.properties()).again();
    }

    /** The same command, after the classes of the project have been compiled. */
    static String afterCompile(MavenSession session, MojoExecution execution) {
        var typed = of(session, execution);
        var goals = Stream.concat(Stream.of("compile"), typed.goals().stream()).toList();
        return new NextCommands(goals, typed.options(), typed.properties()).again();
    }

    static NextCommands of(MavenSession session, MojoExecution execution) {
        var properties = new HashMap<String, String>();
        session.getUserProperties().forEach((name, value) -> properties.put(name.toString(), value.toString()));
        return new NextCommands(goals(session, execution), profiles(session), properties);
    }

    /** All goals of the command line if this one is bound to a phase of theirs, else this goal alone as it was typed. */
    private static List<String> goals(MavenSession session, MojoExecution execution) {
        if (execution.getSource() == MojoExecution.Source.LIFECYCLE) {
            return session.getGoals();
        }
        var typed = session.getGoals().stream()
                .filter(goal -> goal.equals(execution.getGoal()) || goal.endsWith(":" + execution.getGoal()))
                .findFirst();
        return List.of(typed.orElse("gsi:" + execution.getGoal()));
    }

    /** Those that were typed: Maven adds the ones that settings.xml activates, which do so again by themselves. */
    private static List<String> profiles(MavenSession session) {
        var request = session.getRequest();
        var profiles = Stream.concat(
                        request.getActiveProfiles().stream()
                                .filter(profile -> !session.getSettings()
                                        .getActiveProfiles()
                                        .contains(profile)),
                        request.getInactiveProfiles().stream().map(profile -> "!" + profile))
                .toList();
        return profiles.isEmpty() ? List.of() : List.of("-P" + String.join(",", profiles));
    }
}
