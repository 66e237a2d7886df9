package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.Goal;
import dev.ensuregsis.maven.internal.goal.MavenRunner;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that say what defines the indexes, which of them to work on, and where to report it. */
abstract class DefinitionsMojo extends RecordedMojo {

    /**
     * The files that define the indexes, comma-separated; globs are allowed. Default: {@code gsis.json},
     * {@code gsis.yaml} or {@code gsis.yml} in the module's folder or in its {@code src/main/resources}.
     */
    @Parameter(property = "gsi.definitions")
    @Nullable
    String definitions;

    /** The tables to work on: names or globs, comma-separated. Default: all that are defined. */
    @Parameter(property = "gsi.tables")
    @Nullable
    String tables;

    /** The indexes to work on: names or globs, comma-separated. Default: all that are defined. */
    @Parameter(property = "gsi.indexes")
    @Nullable
    String indexes;

    /**
     * The stacks, stages or workspaces of an assembly, a plan or a state whose tables are meant: names or globs,
     * comma-separated. Default: all.
     */
    @Parameter(property = "gsi.stack")
    @Nullable
    String stack;

    /** Refuses what a definition refers to and isn't read; else a line says it. */
    @Parameter(property = "gsi.strictDefinitions", defaultValue = "false")
    @Nullable
    String strictDefinitions;

    /** Put before each defined table name. */
    @Parameter(property = "gsi.tableNamePrefix", defaultValue = "")
    @Nullable
    String tableNamePrefix;

    /** Put after each defined table name. */
    @Parameter(property = "gsi.tableNameSuffix", defaultValue = "")
    @Nullable
    String tableNameSuffix;

    /** Values for the parameters and variables of a template: {@code name=value}, comma-separated. */
    @Parameter(property = "gsi.parameters")
    @Nullable
    String parameters;

    /** Real table names for the logical ids of a template: {@code id=name}, comma-separated. */
    @Parameter(property = "gsi.tableNames")
    @Nullable
    String tableNames;

    /**
     * DynamoDbEnhanced classes of the project, each with its table: {@code com.acme.Booking=bookings}, comma-separated.
     * They are read beside the files, as the project compiled them.
     */
    @Parameter(property = "gsi.beans")
    @Nullable
    String beans;

    /**
     * Where to write the outcome, on success and on failure alike: files, comma-separated, each in the form that its name
     * ends in: {@code .json}, {@code .html}, {@code .xml} (JUnit) or {@code .md}.
     */
    @Parameter(property = "gsi.reportFile")
    @Nullable
    String reportFile;

    /**
     * {@code auto}: where GitHub Actions runs it, annotations and the job's summary besides; {@code off}: never.
     * Default: {@code auto}.
     */
    @Parameter(property = "gsi.ci", defaultValue = "auto")
    @Nullable
    String ci;

    DefinitionsMojo(MavenRunner runner, Goal goal) {
        super(runner, goal);
    }

    @Override
    void handOn(GivenOptions given) {
        super.handOn(given);
        given.put("gsi.definitions", definitions);
        given.put("gsi.tables", tables);
        given.put("gsi.indexes", indexes);
        given.put("gsi.stack", stack);
        given.put("gsi.strictDefinitions", strictDefinitions);
        given.put("gsi.tableNamePrefix", tableNamePrefix);
        given.put("gsi.tableNameSuffix", tableNameSuffix);
        given.put("gsi.parameters", parameters);
        given.put("gsi.tableNames", tableNames);
        given.put("gsi.beans", beans);
        given.put("gsi.reportFile", reportFile);
        given.put("gsi.ci", ci);
    }
}
