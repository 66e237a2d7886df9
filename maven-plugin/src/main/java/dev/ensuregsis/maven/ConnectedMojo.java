package dev.ensuregsis.maven;

import dev.ensuregsis.maven.internal.goal.Goal;
import dev.ensuregsis.maven.internal.goal.MavenRunner;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that say where DynamoDB is, and as whom to ask it. */
abstract class ConnectedMojo extends GsiMojo {

    /**
     * Where DynamoDB answers: a URL like {@code http://localhost:8000}, or {@code embedded} for a DynamoDB Local in this
     * Maven, one for all goals of the session. {@code embedded} creates tables too (see {@code gsi.createTables}) and
     * keeps no state file unless {@code gsi.stateDir} is given. Default: AWS's own endpoint in the region.
     */
    @Parameter(property = "gsi.endpoint")
    @Nullable
    String endpoint;

    /** The AWS region; of definitions that tell regions apart its tables are meant. Default: as the AWS SDK finds it. */
    @Parameter(property = "gsi.region")
    @Nullable
    String region;

    /** The profile of the AWS config and credentials files. Default: the AWS SDK's chain of credentials. */
    @Parameter(property = "gsi.profile")
    @Nullable
    String profile;

    /**
     * The id of a {@code <server>} in Maven's settings whose username is an access key id and whose password is its
     * secret, encrypted or not.
     */
    @Parameter(property = "gsi.serverId")
    @Nullable
    String serverId;

    /** The 12 digits of the AWS account that the tables have to belong to; in any other one nothing is changed. */
    @Parameter(property = "gsi.account")
    @Nullable
    String account;

    /**
     * The port of an embedded server on the loopback address; 0 for a free one. Default: 8000 for {@code gsi:run}, else a
     * free one.
     */
    @Parameter(property = "gsi.embeddedPort")
    @Nullable
    String embeddedPort;

    /**
     * A folder that keeps an embedded server's data, relative to where Maven was started; made where it is missing. Default:
     * in memory.
     */
    @Parameter(property = "gsi.dbPath")
    @Nullable
    String dbPath;

    /**
     * How much an embedded server refuses that AWS refuses and DynamoDB Local lets pass: {@code DEFAULT} what is sure,
     * {@code ALL} the rest too, {@code OFF} nothing.
     */
    @Parameter(property = "gsi.strict", defaultValue = "DEFAULT")
    @Nullable
    String strict;

    /** How long after a write an embedded server's global secondary indexes show it, like {@code 200ms}. Default: at once. */
    @Parameter(property = "gsi.indexLag")
    @Nullable
    String indexLag;

    ConnectedMojo(MavenRunner runner, Goal goal) {
        super(runner, goal);
    }

    @Override
    void handOn(GivenOptions given) {
        super.handOn(given);
        given.put("gsi.endpoint", endpoint);
        given.put("gsi.region", region);
        given.put("gsi.profile", profile);
        given.put("gsi.serverId", serverId);
        given.put("gsi.account", account);
        given.put("gsi.embeddedPort", embeddedPort);
        given.put("gsi.dbPath", dbPath);
        given.put("gsi.strict", strict);
        given.put("gsi.indexLag", indexLag);
    }
}
