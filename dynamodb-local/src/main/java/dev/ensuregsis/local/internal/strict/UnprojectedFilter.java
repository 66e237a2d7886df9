package dev.ensuregsis.local.internal.strict;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** A PartiQL query on an index that filters by attributes which the index doesn't project. Local reads them in the table. */
final class UnprojectedFilter implements Rule {

    @Override
    public Optional<Refusal> refusal(DynamoDbRequest request, LiveTables tables) {
        return request instanceof ExecuteStatementRequest statement
                ? IndexSelect.in(statement.statement())
                        .flatMap(select -> tables.find(select.table()).flatMap(table -> refusal(select, table)))
                : Optional.empty();
    }

    private static Optional<Refusal> refusal(IndexSelect select, TableDescription table) {
        return indexes(table)
                .filter(index -> index.name().equals(select.index()) && index.isQueriedBy(select))
                .findFirst()
                .flatMap(index -> refusal(select, index, table));
    }

    private static Optional<Refusal> refusal(IndexSelect select, Index index, TableDescription table) {
        var projected = index.projected(table);
        var missing = projected.isEmpty()
                ? List.<String>of()
                : select.filtered().stream()
                        .filter(attribute -> !projected.get().contains(attribute))
                        .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.invalidValue("Secondary index " + index.name()
                        + " does not project one or more filter attributes: " + missing));
    }

    private static Stream<Index> indexes(TableDescription table) {
        return Stream.concat(
                table.globalSecondaryIndexes().stream()
                        .map(index -> new Index(index.indexName(), index.keySchema(), index.projection())),
                table.localSecondaryIndexes().stream()
                        .map(index -> new Index(index.indexName(), index.keySchema(), index.projection())));
    }

    private record Index(String name, List<KeySchemaElement> keySchema, Projection projection) {

        /** With all hash attributes compared it is a query; else a scan, whose filter AWS lets pass. */
        boolean isQueriedBy(IndexSelect select) {
            return keySchema.stream()
                    .filter(key -> key.keyType() == KeyType.HASH)
                    .allMatch(key -> select.compared().contains(key.attributeName()));
        }

        /** The attributes that are in the index; empty for all. */
        Optional<Set<String>> projected(TableDescription table) {
            if (projection.projectionType() == ProjectionType.ALL) {
                return Optional.empty();
            }
            var attributes = new HashSet<>(projection.nonKeyAttributes());
            Stream.concat(keySchema.stream(), table.keySchema().stream())
                    .map(KeySchemaElement::attributeName)
                    .forEach(attributes::add);
            return Optional.of(attributes);
        }
    }
}
