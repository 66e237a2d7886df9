package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.InitGoal;
import dev.ensuregsis.maven.internal.goal.MavenRunner;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a definitions file from live tables: whole tables, with their keys and all their indexes. Changes nothing in
 * DynamoDB, and never writes over a file.
 */
@Mojo(name = "init", requiresProject = false, threadSafe = true)
public final class InitMojo extends ConnectedMojo {

    /** The live tables: names or globs, comma-separated, like {@code orders*}. */
    @Parameter(property = "gsi.tables")
    @Nullable
    String tables;

    /** Where to write: a file that isn't there yet, in JSON or YAML by its ending. Default: {@code gsis.json}. */
    @Parameter(property = "gsi.initFile", defaultValue = "gsis.json")
    @Nullable
    String initFile;

    /** Stands before the name of each live table, and is taken off. */
    @Parameter(property = "gsi.tableNamePrefix", defaultValue = "")
    @Nullable
    String tableNamePrefix;

    /** Stands after the name of each live table, and is taken off. */
    @Parameter(property = "gsi.tableNameSuffix", defaultValue = "")
    @Nullable
    String tableNameSuffix;

    /**
     * Made by Maven.
     *
     * @param runner runs goals
     * @param goal what this one does
     */
    @Inject
    public InitMojo(MavenRunner runner, InitGoal goal) {
        super(runner, goal);
    }

    @Override
    void handOn(GivenOptions given) {
        super.handOn(given);
        given.put("gsi.tables", tables);
        given.put("gsi.initFile", initFile);
        given.put("gsi.tableNamePrefix", tableNamePrefix);
        given.put("gsi.tableNameSuffix", tableNameSuffix);
    }
}
