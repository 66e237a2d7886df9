package dev.ensuregsis.local.internal.strict;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * An index can't be read before it is ACTIVE. DynamoDB Local answers with a 500, which the SDK retries in silence, and then,
 * before its time, with items. Only tables that an index was added to are looked at, until all of it is ACTIVE. Thread-safe.
 */
final class BuildingIndexes implements Rule {

    /** Tables with an index that may be building. */
    private final Map<String, Boolean> tablesThatBuild = new ConcurrentHashMap<>();

    void changed(UpdateTableRequest update) {
        if (update.globalSecondaryIndexUpdates().stream().anyMatch(index -> index.create() != null)) {
            tablesThatBuild.put(update.tableName(), true);
        }
    }

    @Override
    public Optional<Refusal> refusal(DynamoDbRequest request, LiveTables tables) {
        if (tablesThatBuild.isEmpty()) {
            return Optional.empty();
        }
        if (request instanceof QueryRequest query) {
            return refusal(query.tableName(), query.indexName(), tables);
        }
        if (request instanceof ScanRequest scan) {
            return refusal(scan.tableName(), scan.indexName(), tables);
        }
        if (request instanceof ExecuteStatementRequest statement) {
            return IndexSelect.in(statement.statement())
                    .flatMap(select -> refusal(select.table(), select.index(), tables));
        }
        return Optional.empty();
    }

    private Optional<Refusal> refusal(@Nullable String tableName, @Nullable String indexName, LiveTables tables) {
        if (tableName == null || indexName == null || !tablesThatBuild.containsKey(tableName)) {
            return Optional.empty();
        }
        var table = tables.find(tableName);
        if (table.filter(BuildingIndexes::builds).isEmpty()) {
            tablesThatBuild.remove(tableName);
            return Optional.empty();
        }
        return table.flatMap(description -> description.globalSecondaryIndexes().stream()
                .filter(index -> index.indexName().equals(indexName) && index.indexStatus() == IndexStatus.CREATING)
                .findFirst()
                .map(index ->
                        new Refusal.Invalid("Cannot read from backfilling global secondary index: " + indexName)));
    }

    private static boolean builds(TableDescription table) {
        return table.globalSecondaryIndexes().stream().anyMatch(index -> index.indexStatus() == IndexStatus.CREATING);
    }
}
