package dev.ensuregsis.engine.definition.internal.shape;

import dev.ensuregsis.engine.definition.TableCreation.Beyond;

/** What a definition may ask for and CreateTable can't carry, each with what owns it. */
public final class BeyondCreateTable {
    private static final String OWNER = "the tool that owns the table";

    public static final Beyond REPLICAS = owned("replicas", "dynamodb update-table --replica-updates");
    public static final Beyond POINT_IN_TIME_RECOVERY =
            owned("point-in-time recovery", "dynamodb update-continuous-backups");
    public static final Beyond TIME_TO_LIVE = owned("time to live", "dynamodb update-time-to-live");
    public static final Beyond AUTO_SCALING = owned("auto scaling", "application-autoscaling register-scalable-target");
    public static final Beyond CONTRIBUTOR_INSIGHTS =
            owned("contributor insights", "dynamodb update-contributor-insights");
    public static final Beyond KINESIS_STREAM =
            owned("a Kinesis stream", "dynamodb enable-kinesis-streaming-destination");
    public static final Beyond RESOURCE_POLICY = owned("a resource policy", "dynamodb put-resource-policy");
    public static final Beyond IMPORT = owned("an import from S3", "dynamodb import-table");
    public static final Beyond VECTOR_INDEXES = owned("vector indexes", "dynamodb update-table --vector-index-updates");
    public static final Beyond REPLICATION = owned("replication of settings between accounts", "dynamodb create-table");

    private BeyondCreateTable() {}

    private static Beyond owned(String setting, String command) {
        return new Beyond(setting, OWNER + ", or aws " + command);
    }

    /** A property that nobody here knows: whatever it does would be missing. */
    public static Beyond unknown(String property) {
        return new Beyond(property, OWNER);
    }

    /** A property whose value the file doesn't tell. */
    static Beyond unresolved(String property, String reason) {
        return new Beyond(property + ", whose value can't be resolved", reason);
    }
}
