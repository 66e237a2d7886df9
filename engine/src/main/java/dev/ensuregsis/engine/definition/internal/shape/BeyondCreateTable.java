package dev.ensuregsis.engine.definition.internal.shape;

/** What a definition may ask for and CreateTable can't carry, each with what owns it. */
public final class BeyondCreateTable {
    public static final String REPLICAS =
            "replicas: the tool that owns the table, or aws dynamodb update-table --replica-updates";
    public static final String POINT_IN_TIME_RECOVERY =
            "point-in-time recovery: the tool that owns the table, or aws dynamodb update-continuous-backups";
    public static final String TIME_TO_LIVE =
            "time to live: the tool that owns the table, or aws dynamodb update-time-to-live";
    public static final String AUTO_SCALING =
            "auto scaling: the tool that owns the table, or aws application-autoscaling register-scalable-target";
    public static final String CONTRIBUTOR_INSIGHTS =
            "contributor insights: the tool that owns the table, or aws dynamodb update-contributor-insights";
    public static final String KINESIS_STREAM =
            "a Kinesis stream: the tool that owns the table, or aws dynamodb enable-kinesis-streaming-destination";
    public static final String RESOURCE_POLICY =
            "a resource policy: the tool that owns the table, or aws dynamodb put-resource-policy";
    public static final String IMPORT = "an import from S3: the tool that owns the table, or aws dynamodb import-table";

    public static final String VECTOR_INDEXES =
            "vector indexes: the tool that owns the table, or aws dynamodb update-table --vector-index-updates";
    public static final String REPLICATION =
            "replication of settings between accounts: the tool that owns the table, or aws dynamodb create-table";

    private BeyondCreateTable() {}

    /** A property that nobody here knows: whatever it does would be missing. */
    public static String unknown(String property) {
        return property + ": the tool that owns the table";
    }

    /** A property whose value the file doesn't tell. */
    public static String unresolved(String property, String reason) {
        return property + ", whose value can't be resolved: " + reason;
    }
}
