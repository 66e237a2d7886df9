package dev.ensuregsis.maven.internal.option;

import dev.ensuregsis.engine.definition.NearestName;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The names of properties. Maven ignores one that it doesn't know, and a guard with a typo in it would be none. */
public final class PropertyNames {
    private static final String OURS = "gsi.";
    private static final String RETRY = "gsi.retry.";

    /** Of all goals: several can be typed in one command. */
    static final Set<String> OF_GOALS = Set.of(
            "gsi.account",
            "gsi.backfillWriteCapacity",
            "gsi.beans",
            "gsi.checkFile",
            "gsi.checkReadCapacity",
            "gsi.checkSample",
            "gsi.ci",
            "gsi.createStateTable",
            "gsi.createTables",
            "gsi.dbPath",
            "gsi.definitions",
            "gsi.embeddedPort",
            "gsi.endpoint",
            "gsi.exportState",
            "gsi.failIfPending",
            "gsi.failOnMisfit",
            "gsi.force",
            "gsi.history",
            "gsi.importState",
            "gsi.indexLag",
            "gsi.indexes",
            "gsi.initFile",
            "gsi.lockTimeout",
            "gsi.maxAttempts",
            "gsi.metrics",
            "gsi.parameters",
            "gsi.profile",
            "gsi.progressInterval",
            "gsi.region",
            "gsi.reportFile",
            "gsi.retryFailed",
            "gsi.scriptName",
            "gsi.serverId",
            "gsi.skip",
            "gsi.stack",
            "gsi.stallTimeout",
            "gsi.state",
            "gsi.stateDir",
            "gsi.stateEndpoint",
            "gsi.stateProfile",
            "gsi.stateRegion",
            "gsi.strict",
            "gsi.strictDefinitions",
            "gsi.tableNamePrefix",
            "gsi.tableNameSuffix",
            "gsi.tableNames",
            "gsi.tables",
            "gsi.timeout",
            "gsi.wait");

    /** Of {@code @EnsureGsis} alone: a build that runs tests and goals has them too. */
    private static final Set<String> OF_TESTS = Set.of(
            "gsi.accessKeyId",
            "gsi.allowedHosts",
            "gsi.containerImage",
            "gsi.containerRequired",
            "gsi.isolation",
            "gsi.server");

    /** Those that an empty value has a meaning for: nothing is put around names. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("gsi.tableNamePrefix", "gsi.tableNameSuffix");

    private PropertyNames() {}

    /**
     * Refuses empty values, also of properties that this goal has no use for: Maven hands an empty one on as if there were
     * none.
     *
     * @param options is told what is refused
     * @param properties the values that the build has, by name
     */
    public static void checkValues(OptionReader options, Map<String, String> properties) {
        properties.entrySet().stream()
                .filter(property -> property.getValue().isBlank())
                .map(Map.Entry::getKey)
                .filter(name -> OF_GOALS.contains(name) || name.startsWith(RETRY))
                .filter(name -> !MAY_BE_EMPTY.contains(name))
                .sorted()
                .forEach(options::refuseEmpty);
    }

    /**
     * Refuses names that look like ours and are not.
     *
     * @param options is told what is refused
     * @param typed the names of the command line
     * @param ofProject the names that the project has a meaning for, like {@code gsi.version}
     */
    public static void check(OptionReader options, Collection<String> typed, Collection<String> ofProject) {
        typed.stream()
                .filter(name -> name.startsWith(OURS) && !name.startsWith(RETRY))
                .filter(name -> !OF_GOALS.contains(name) && !OF_TESTS.contains(name) && !ofProject.contains(name))
                .sorted()
                .forEach(name -> options.refuseName(
                        name,
                        NearestName.of(name, OF_GOALS)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("mvn gsi:help -Ddetail lists them")));
    }
}
