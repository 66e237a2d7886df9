package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.junit.Gsi;
import dev.ensuregsis.junit.internal.Declaration.InlineIndex;
import dev.ensuregsis.junit.internal.Declaration.InlineTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes table definitions of what a declaration says inline. All faults of a declaration are told in one go. */
final class InlineTables {
    private final Declaration declaration;
    private final List<DefinitionFault> faults = new ArrayList<>();
    private final List<TableDefinition> tables = new ArrayList<>();

    private InlineTables(Declaration declaration) {
        this.declaration = declaration;
    }

    /**
     * One definition for each {@code @Table} and each {@code @Gsi}; a table's parts are put together by who reads them with
     * all other sources. A type that isn't written is left out.
     *
     * @throws DefinitionException if something is no valid definition
     */
    static List<TableDefinition> of(Declaration declaration) {
        var inline = new InlineTables(declaration);
        declaration.tables().forEach(inline::add);
        declaration.indexes().forEach(inline::add);
        if (!inline.faults.isEmpty()) {
            throw new DefinitionException(inline.faults);
        }
        return List.copyOf(inline.tables);
    }

    private void add(InlineTable table) {
        var place = place("@Table(name = \"" + table.name() + "\")");
        if (table.partitionKey().isEmpty()) {
            faults.add(new DefinitionFault(
                    place, "partitionKey is missing: write the table's key, like partitionKey = \"id\", or its bean"));
            return;
        }
        check(place, () -> {
            var partitionKey = KeyAttribute.parse(table.partitionKey());
            var sortKey =
                    Stream.ofNullable(table.sortKey()).map(KeyAttribute::parse).toList();
            var key = new KeySchema(List.of(partitionKey.name()), names(sortKey));
            return new TableDefinition(
                    table.name(),
                    types(Stream.concat(Stream.of(partitionKey), sortKey.stream())),
                    List.of(),
                    TableCreation.onDemand(key),
                    place);
        });
    }

    private void add(InlineIndex index) {
        var place = place("@Gsi(table = \"" + index.table() + "\", name = \"" + index.name() + "\")");
        check(place, () -> {
            var partitionKey =
                    index.partitionKey().stream().map(KeyAttribute::parse).toList();
            var sortKey = index.sortKey().stream().map(KeyAttribute::parse).toList();
            var definition = new IndexDefinition(
                    index.name(),
                    new KeySchema(names(partitionKey), names(sortKey)),
                    projection(index),
                    Capacity.UNSTATED);
            return new TableDefinition(
                    index.table(),
                    types(Stream.concat(partitionKey.stream(), sortKey.stream())),
                    List.of(definition),
                    null,
                    place);
        });
    }

    private static @Nullable Projection projection(InlineIndex index) {
        var attributes = index.nonKeyAttributes();
        return switch (index.projection()) {
            case INFERRED -> attributes.isEmpty() ? null : new Projection.Include(attributes);
            case INCLUDE -> new Projection.Include(attributes);
            case ALL, KEYS_ONLY -> {
                if (!attributes.isEmpty()) {
                    throw new IllegalArgumentException(
                            "nonKeyAttributes go with projection INCLUDE, not with " + index.projection());
                }
                yield index.projection() == Gsi.Projection.ALL ? Projection.ALL : Projection.KEYS_ONLY;
            }
        };
    }

    private static List<String> names(List<KeyAttribute> attributes) {
        return attributes.stream().map(KeyAttribute::name).toList();
    }

    private static Map<String, AttributeType> types(Stream<KeyAttribute> attributes) {
        var types = new LinkedHashMap<String, AttributeType>();
        attributes.forEach(attribute -> {
            if (attribute.type() != null) {
                types.put(attribute.name(), attribute.type());
            }
        });
        return types;
    }

    private void check(Place place, Supplier<TableDefinition> made) {
        try {
            tables.add(made.get());
        } catch (IllegalArgumentException e) {
            faults.add(new DefinitionFault(place, String.valueOf(e.getMessage())));
        }
    }

    private Place place(String element) {
        return Place.of(declaration.origin() + ", " + element);
    }
}
