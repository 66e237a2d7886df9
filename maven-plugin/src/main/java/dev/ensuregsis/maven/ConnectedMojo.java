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

    /** The AWS region. Default: as the AWS SDK finds it. */
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
    }
}
