package dev.ensuregsis.engine.definition.bean;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.LocalIndexDefinition;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.enhanced.dynamodb.AttributeValueType;
import software.amazon.awssdk.enhanced.dynamodb.IndexMetadata;
import software.amazon.awssdk.enhanced.dynamodb.KeyAttributeMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableMetadata;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbImmutable;

/**
 * Reads tables from {@code @DynamoDbBean} and {@code @DynamoDbImmutable} classes, as the Enhanced Client itself reads
 * them: inherited, flattened and converted attributes, several index names on one attribute, keys of several attributes
 * by their order. An index of which only a sort key is annotated is a local one.
 *
 * <p>A bean says nothing of projections, capacity and billing: its indexes leave the projection open, and its table is
 * on-demand unless another source says otherwise.
 */
public final class BeanTables {
    private BeanTables() {}

    /**
     * Reads the table of a class.
     *
     * @param bean the class; it has to be public, with all that it refers to on its class path
     * @param tableName the table's name, which a bean doesn't have
     * @return the table, ready to be created
     * @throws DefinitionException if the class isn't such a bean, or its keys can't be a table's
     */
    public static TableDefinition read(Class<?> bean, String tableName) {
        var place = Place.of(bean.getName());
        try {
            return table(metadata(bean), tableName, place);
        } catch (IllegalArgumentException e) {
            throw new DefinitionException(List.of(new DefinitionFault(place, String.valueOf(e.getMessage()))));
        }
    }

    private static TableMetadata metadata(Class<?> bean) {
        if (!bean.isAnnotationPresent(DynamoDbBean.class) && !bean.isAnnotationPresent(DynamoDbImmutable.class)) {
            throw new IllegalArgumentException("is annotated with neither @DynamoDbBean nor @DynamoDbImmutable");
        }
        try {
            return TableSchema.fromClass(bean).tableMetadata();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("is refused by the DynamoDB Enhanced Client: " + e.getMessage(), e);
        }
    }

    private static KeySchema tableKey(TableMetadata metadata) {
        try {
            return new KeySchema(
                    List.of(metadata.primaryPartitionKey()),
                    metadata.primarySortKey().map(List::of).orElse(List.of()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("has no @DynamoDbPartitionKey", e);
        }
    }

    private static TableDefinition table(TableMetadata metadata, String tableName, Place place) {
        var tableKey = tableKey(metadata);
        var indexes = new ArrayList<IndexDefinition>();
        var localIndexes = new ArrayList<LocalIndexDefinition>();
        for (var index : inOrder(metadata)) {
            var key = BeanIndexKeys.of(index);
            if (key.partitionKey().isEmpty()) {
                localIndexes.add(new LocalIndexDefinition(
                        index.name(), new KeySchema(tableKey.partitionKey(), key.sortKey()), Projection.ALL));
            } else {
                indexes.add(new IndexDefinition(
                        index.name(), new KeySchema(key.partitionKey(), key.sortKey()), null, Capacity.UNSTATED));
            }
        }
        var creation = new TableCreation(
                tableKey,
                BillingMode.PAY_PER_REQUEST,
                Capacity.UNSTATED,
                localIndexes,
                TableCreation.Settings.NONE,
                List.of());
        return new TableDefinition(tableName, types(metadata), indexes, creation, place);
    }

    private static List<IndexMetadata> inOrder(TableMetadata metadata) {
        return metadata.indices().stream()
                .filter(index -> !index.name().equals(TableMetadata.primaryIndexName()))
                .sorted(Comparator.comparing(IndexMetadata::name))
                .toList();
    }

    private static Map<String, AttributeType> types(TableMetadata metadata) {
        var types = new LinkedHashMap<String, AttributeType>();
        for (KeyAttributeMetadata attribute : metadata.keyAttributes()) {
            types.put(attribute.name(), type(attribute.name(), attribute.attributeValueType()));
        }
        return types;
    }

    private static AttributeType type(String name, AttributeValueType type) {
        return switch (type) {
            case S -> AttributeType.S;
            case N -> AttributeType.N;
            case B -> AttributeType.B;
            default ->
                throw new IllegalArgumentException(
                        "attribute \"" + name + "\" is a key and has type " + type + ", which has to be S, N or B");
        };
    }
}
