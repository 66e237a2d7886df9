package dev.ensuregsis.local.internal.strict;

import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** The tables as they are at the moment. */
@FunctionalInterface
interface LiveTables {

    /** A table; empty if there is none of that name. */
    Optional<TableDescription> find(String tableName);
}
