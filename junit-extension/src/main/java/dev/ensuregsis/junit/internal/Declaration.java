package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.junit.Gsi;
import dev.ensuregsis.junit.Isolation;
import dev.ensuregsis.junit.Server;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one annotation, or one builder, says; nothing is read or checked yet.
 *
 * @param origin who says it, for messages
 * @param locations where definitions files are
 * @param beans annotated classes with their tables
 * @param tables tables with their keys
 * @param indexes indexes
 * @param given definitions that were handed over as they are
 * @param server the kind of server; AUTO where nothing is said
 * @param endpoint the server's URL; null where nothing is said
 * @param isolation the isolation; INFERRED where nothing is said
 * @param stateDir the directory of the state file; null where nothing is said
 * @param options what is said of the database
 * @param publishEndpoint whether to publish the endpoint
 */
public record Declaration(
        String origin,
        List<String> locations,
        List<BeanTable> beans,
        List<InlineTable> tables,
        List<InlineIndex> indexes,
        List<Definitions> given,
        Server server,
        @Nullable String endpoint,
        Isolation isolation,
        @Nullable String stateDir,
        DeclaredOptions options,
        boolean publishEndpoint) {

    /** Copies the lists. */
    public Declaration {
        locations = List.copyOf(locations);
        beans = List.copyOf(beans);
        tables = List.copyOf(tables);
        indexes = List.copyOf(indexes);
        given = List.copyOf(given);
    }

    /** A table that takes its key and indexes from a class. */
    public record BeanTable(String table, Class<?> bean) {}

    /** A table with its key, as written. */
    public record InlineTable(
            String name, String partitionKey, @Nullable String sortKey) {}

    /** An index, as written. */
    public record InlineIndex(
            String table,
            String name,
            List<String> partitionKey,
            List<String> sortKey,
            Gsi.Projection projection,
            List<String> nonKeyAttributes) {

        /** Copies the lists. */
        public InlineIndex {
            partitionKey = List.copyOf(partitionKey);
            sortKey = List.copyOf(sortKey);
            nonKeyAttributes = List.copyOf(nonKeyAttributes);
        }
    }

    /** Whether it says anything about what is wanted. */
    boolean definesSomething() {
        return !(locations.isEmpty() && beans.isEmpty() && tables.isEmpty() && indexes.isEmpty() && given.isEmpty());
    }

    /** Whether it asks for a database that an enclosing class may not have. */
    boolean asksForOwnDatabase() {
        return isolation != Isolation.INFERRED || server != Server.AUTO || endpoint != null || options.saySomething();
    }
}
