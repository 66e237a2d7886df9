package dev.ensuregsis.maven.internal.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a table was doing for a while.
 *
 * @param doing what
 * @param indexName for which index; null for the table itself
 * @param from since when
 * @param to until when
 */
public record Stretch(Doing doing, @Nullable String indexName, Instant from, Instant to) {

    /** What a table can be doing. */
    public enum Doing {
        /** In line: another change of the table, or other tables of the account, come first. */
        WAITING("waiting"),
        /** The table itself is being created. */
        CREATING_TABLE("creating the table"),
        /** DynamoDB allocates the resources of an index. */
        ALLOCATING("allocating"),
        /** DynamoDB reads the table's items into an index. */
        BACKFILLING("backfilling"),
        /** DynamoDB deletes an index. */
        DELETING("deleting"),
        /** DynamoDB refuses the change for now. */
        REFUSED("refused for now"),
        /** The change was given up. */
        FAILED("failed");

        private final String word;

        Doing(String word) {
            this.word = word;
        }

        /** How people read it. */
        String word() {
            return word;
        }
    }
}
