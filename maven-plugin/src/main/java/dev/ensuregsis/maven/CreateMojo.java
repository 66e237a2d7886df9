package dev.ensuregsis.maven;

import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.maven.internal.aws.LoginException;
import dev.ensuregsis.maven.internal.console.ConsoleCharset;
import dev.ensuregsis.maven.internal.console.RunSummary;
import dev.ensuregsis.maven.internal.console.RunTranscript;
import dev.ensuregsis.maven.internal.console.Symbols;
import dev.ensuregsis.maven.internal.console.WaitingBoard;
import dev.ensuregsis.maven.internal.console.WaitingDetail;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RetryOptions;
import dev.ensuregsis.maven.internal.report.Reports;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Creates the global secondary indexes that are defined and missing, and waits until they are ACTIVE. An interrupted run
 * is resumed by the same command. Nothing is ever deleted or changed.
 */
@Mojo(name = "create", requiresProject = false, threadSafe = true)
public final class CreateMojo extends EnsuringMojo {
    private static final Duration BATCH_INTERVAL = Duration.ofMinutes(1);
    private static final Duration TERMINAL_INTERVAL = Duration.ofSeconds(15);

    /** Waits until all is ACTIVE. False: starts what can be started, and leaves. */
    @Parameter(property = "gsi.wait", defaultValue = "true")
    String wait = "true";

    /** Stops waiting after this long, like {@code 90m} or {@code PT1H30M}; state is kept. Default: never. */
    @Parameter(property = "gsi.timeout")
    @Nullable
    String timeout;

    /**
     * How long between two reports while waiting: one line in batch mode, the tables that are waited for too on a
     * terminal. Default: a minute in batch mode, 15 s on a terminal.
     */
    @Parameter(property = "gsi.progressInterval")
    @Nullable
    String progressInterval;

    /**
     * How often the creation of an index is attempted in one run. Per class of error there are
     * {@code gsi.retry.<class>.attempts}, {@code .base} and {@code .cap}; see the page on retries. Default: 5.
     */
    @Parameter(property = "gsi.maxAttempts")
    @Nullable
    String maxAttempts;

    private @Nullable RetryOptions retry;
    private boolean waitForActive;
    private @Nullable Duration longestWait;
    private @Nullable Duration interval;

    /**
     * Made by Maven.
     *
     * @param repositorySystem resolves the embedded DynamoDB Local
     * @param dependenciesResolver resolves what the project's beans need
     * @param settingsDecrypter decrypts a server's password
     */
    @Inject
    public CreateMojo(
            RepositorySystem repositorySystem,
            ProjectDependenciesResolver dependenciesResolver,
            SettingsDecrypter settingsDecrypter) {
        super(repositorySystem, dependenciesResolver, settingsDecrypter);
    }

    @Override
    String goalName() {
        return "create";
    }

    @Override
    void readOptions(OptionReader options) {
        super.readOptions(options);
        waitForActive = options.flag("gsi.wait", wait);
        longestWait = options.duration("gsi.timeout", timeout);
        retry = RetryOptions.read(options, maxAttempts, properties());
        interval = options.duration("gsi.progressInterval", progressInterval);
    }

    @Override
    void run(TableGoal goal) throws LoginException, RefusedException, IOException, MojoFailureException {
        try (var client = goal.connect();
                var state = goal.openState();
                var interruption = Interruption.guard(state)) {
            var controlPlane = goal.controlPlane(client);
            var defaults = controlPlane.isLocal() ? RetryPolicies.localDefaults() : RetryPolicies.defaults();
            var report = allowed(goal.engine(state, controlPlane))
                    .retryPolicies(retry == null ? defaults : retry.over(defaults))
                    .listener(listener())
                    .waitForActive(waitForActive)
                    .timeout(longestWait)
                    // The board hears of each look, and chooses when to speak.
                    .progressInterval(Duration.ZERO)
                    .build()
                    .ensure(goal.definitions());
            print(RunSummary.lines(report));
            var complaint = report.isSuccessful() || RunSummary.isLeftAsAsked(report)
                    ? null
                    : RunSummary.complaint(report, TypedCommand.of(session, execution));
            goal.finish(Reports.of(report, complaint), complaint);
        }
    }

    private GsiListener listener() {
        var transcript = new RunTranscript(Symbols.in(ConsoleCharset.detect(System::getProperty)), board());
        return event -> print(transcript.lines(event, Instant.now()));
    }

    private WaitingBoard board() {
        boolean terminal = session.getRequest().isInteractiveMode();
        var pace = interval != null ? interval : terminal ? TERMINAL_INTERVAL : BATCH_INTERVAL;
        return new WaitingBoard(pace, terminal ? WaitingDetail.TABLES : WaitingDetail.SUMMARY);
    }
}
