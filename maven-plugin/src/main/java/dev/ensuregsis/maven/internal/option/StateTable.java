package dev.ensuregsis.maven.internal.option;

import org.jspecify.annotations.Nullable;

/**
 * A table of DynamoDB that holds states.
 *
 * @param name the table
 * @param create whether it is made where it is missing
 * @param region its region; null for that of the tables
 * @param profile the profile to use it by; null for how the tables are used
 * @param endpoint where it answers; null for where the tables do
 */
public record StateTable(
        String name,
        boolean create,
        @Nullable String region,
        @Nullable String profile,
        @Nullable Endpoint endpoint) {

    /**
     * How it is reached.
     *
     * @param tables how the tables are
     * @return the same, but for what is said otherwise
     */
    public ConnectionOptions connection(ConnectionOptions tables) {
        return new ConnectionOptions(
                endpoint == null ? tables.endpoint() : endpoint,
                region == null ? tables.region() : region,
                profile == null ? tables.profile() : profile,
                profile == null ? tables.serverId() : null,
                null);
    }
}
