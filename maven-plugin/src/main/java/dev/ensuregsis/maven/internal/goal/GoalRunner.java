package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.ci.GithubActions;
import dev.ensuregsis.maven.internal.console.Console;
import dev.ensuregsis.maven.internal.console.RunComplaint;
import dev.ensuregsis.maven.internal.console.StateText;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.PropertyNames;
import dev.ensuregsis.maven.internal.option.RefusedException;
import dev.ensuregsis.maven.internal.option.RetryOptions;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.inject.Named;

/**
 * Runs a goal in the order that all have: skip; read what the user gave and refuse what is wrong with it; only then look
 * at anything. What comes of it is reported, refusals included.
 */
@Named
public final class GoalRunner {
    /**
     * Runs it.
     *
     * @param goal the goal
     * @param build the build in which it runs
     * @param services what that does for it
     * @param given what the user gave for its parameters, by the property's name
     * @param console where to print
     * @return what the build fails with; empty if it doesn't
     * @throws RefusedException if the goal can't work with what the user gave; nothing has been touched
     * @throws IOException if it could not run, or its report could not be written
     * @throws InterruptedException if the thread is interrupted
     */
    public Optional<Complaint> run(
            Goal goal, Build build, BuildServices services, Map<String, String> given, Console console)
            throws RefusedException, IOException, InterruptedException {
        var options = new OptionReader(withRetries(build, given));
        if (options.flag("gsi.skip", false)) {
            console.print("Skipped (gsi.skip).");
            return Optional.empty();
        }
        PropertyNames.check(
                options,
                build.typed().properties().keySet(),
                build.projectProperties().keySet());
        PropertyNames.checkValues(options, build.properties());
        var github = GithubActions.of(options, System.getenv());
        var told = github.harmless(console);
        var reporting = Reporting.to(options, build, github, goal.name());
        try (var untilReported = reporting.begin()) {
            var outcome = run(goal, new Invocation(build, services, options, told));
            reporting.ended(outcome);
            return Optional.ofNullable(outcome.complaint())
                    .map(text -> new Complaint(github.harmless(text), outcome.thrown()));
        } catch (RefusedException refused) {
            reporting.refused(String.valueOf(refused.getMessage()));
            throw github.harmless(refused);
        } catch (InterruptedException interrupted) {
            reporting.broken("Interrupted.");
            throw interrupted;
        } catch (IOException | RuntimeException | Error broken) {
            reporting.broken(String.valueOf(broken));
            throw broken;
        }
    }

    /** Their names have a class of error in them, so they are no parameters, and only the build knows them. */
    private static Map<String, String> withRetries(Build build, Map<String, String> given) {
        var all = new HashMap<>(build.properties());
        all.keySet().removeIf(name -> !name.startsWith(RetryOptions.PREFIX));
        all.putAll(given);
        return all;
    }

    /** Whatever refuses, a goal refuses in one way. */
    private static Outcome run(Goal goal, Invocation invocation)
            throws RefusedException, IOException, InterruptedException {
        try {
            return goal.run(invocation);
        } catch (CouldNotLookException unanswered) {
            throw new RefusedException(RunComplaint.text(unanswered.failure()), unanswered);
        } catch (DefinitionException refused) {
            throw new RefusedException(String.valueOf(refused.getMessage()), refused);
        } catch (StateException.Interrupted interrupted) {
            throw interrupted.asInterruption();
        } catch (StateException refused) {
            throw new RefusedException(StateText.of(refused), refused);
        }
    }
}
