package dev.ensuregsis.maven;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.maven.internal.option.OptionReader;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;

/** What the goal that creates and the one that foretells it have in common: what may be created. */
abstract class EnsuringMojo extends TableMojo {

    /** Tries only the indexes that failed in an earlier run; pending ones stay pending. */
    @Parameter(property = "gsi.retryFailed", defaultValue = "false")
    String retryFailed = "false";

    /** Creates missing tables too, each with all its indexes in one call. Needs the table's whole definition. */
    @Parameter(property = "gsi.createTables", defaultValue = "false")
    String createTables = "false";

    private boolean onlyFailed;
    private boolean missingTablesToo;

    EnsuringMojo(
            RepositorySystem repositorySystem,
            ProjectDependenciesResolver dependenciesResolver,
            SettingsDecrypter settingsDecrypter) {
        super(repositorySystem, dependenciesResolver, settingsDecrypter);
    }

    @Override
    void readOptions(OptionReader options) {
        onlyFailed = options.flag("gsi.retryFailed", retryFailed);
        missingTablesToo = options.flag("gsi.createTables", createTables) || isEmbedded();
    }

    /** An engine that creates what the user allows. */
    final GsiEngine.Builder allowed(GsiEngine.Builder engine) {
        return engine.createTables(missingTablesToo).retryFailed(onlyFailed);
    }
}
