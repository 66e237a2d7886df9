package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.DefinitionFault;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.definition.bean.BeanTables;
import dev.ensuregsis.junit.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a class or a method wants: its configuration, and its definitions, read and whole.
 *
 * @param who the class or method, for messages
 * @param configuration all that holds for it
 * @param definitions its tables and indexes
 */
record Wanted(String who, Configuration configuration, Definitions definitions) {

    /**
     * Reads the definitions. Touches no server.
     *
     * @throws DefinitionException if they can't be used; it holds every fault
     */
    static Wanted read(String who, Configuration configuration, ClassLoader classLoader, ReadDefinitions definitions) {
        var defaults =
                configuration.readsDefaults() ? defaults(configuration, classLoader) : Stream.<DefinitionSource>of();
        var declared = configuration.declarations().stream().flatMap(declaration -> sources(declaration, classLoader));
        var read = definitions.of(Stream.concat(defaults, declared).toList(), configuration);
        var stringKeys = configuration.declarations().stream()
                .flatMap(declaration -> InlineTables.of(declaration).stream())
                .toList();
        var tables = stringKeys.isEmpty()
                ? read.tables()
                : read.tables().stream()
                        .map(table -> withStringKeys(table, stringKeys))
                        .toList();
        if (configuration.server().kind() != Server.EXTERNAL) {
            refuseWhatCantBeCreated(tables, read.unread());
        }
        return new Wanted(who, configuration, new Definitions(tables, read.unread()));
    }

    private static Stream<DefinitionSource> sources(Declaration declaration, ClassLoader classLoader) {
        var sources = new ArrayList<DefinitionSource>();
        declaration.locations().forEach(location -> sources.add(source(location, classLoader)));
        declaration.given().forEach(given -> sources.add(DefinitionSource.tables(given.tables())));
        var inMemory = Stream.concat(
                        declaration.beans().stream().map(bean -> BeanTables.read(bean.bean(), bean.table())),
                        InlineTables.of(declaration).stream())
                .toList();
        if (!inMemory.isEmpty()) {
            sources.add(DefinitionSource.tables(inMemory));
        }
        return sources.stream();
    }

    private static Stream<DefinitionSource> defaults(Configuration configuration, ClassLoader classLoader) {
        return configuration.defaultLocations().isEmpty()
                ? Stream.of(DefinitionSource.defaultsOnClasspath(classLoader))
                : configuration.defaultLocations().stream().map(location -> source(location, classLoader));
    }

    private static DefinitionSource source(String location, ClassLoader classLoader) {
        if (!Configuration.isOnClasspath(location)
                && classLoader.getResource(location) != null
                && Files.notExists(Path.of(location))) {
            throw new DefinitionException(List.of(new DefinitionFault(
                    Place.of(location),
                    "no such file seen from the working directory, but there is one on the class path: write"
                            + " \"classpath:" + location + "\"")));
        }
        return DefinitionSource.of(location, Path.of(""), classLoader);
    }

    /** An attribute that an annotation names without a type is a string, where nothing else says the type. */
    private static TableDefinition withStringKeys(TableDefinition table, List<TableDefinition> inline) {
        var types = new LinkedHashMap<>(table.attributeTypes());
        inline.stream()
                .filter(part -> part.name().equals(table.name()))
                .flatMap(part -> part.untypedKeyAttributes().stream())
                .forEach(attribute -> types.putIfAbsent(attribute, AttributeType.S));
        return new TableDefinition(table.name(), types, table.indexes(), table.creation(), table.place());
    }

    /** A server of ours is empty: no live table supplies what a definition leaves out. */
    private static void refuseWhatCantBeCreated(List<TableDefinition> tables, List<Unread> unread) {
        var faults = tables.stream()
                .flatMap(table -> table.creationFault().stream()
                        .map(fault -> table.creation() == null ? orByAnnotation(table, fault) : fault))
                .toList();
        if (!faults.isEmpty()) {
            throw new DefinitionException(Stream.concat(
                            faults.stream(),
                            unread.stream().map(missed -> new DefinitionFault(missed.place(), missed.sentence())))
                    .toList());
        }
    }

    private static DefinitionFault orByAnnotation(TableDefinition table, DefinitionFault fault) {
        return new DefinitionFault(
                fault.place(),
                fault.message() + System.lineSeparator()
                        + "or write the key on the test: @EnsureGsis(..., tables = @Table(name" + " = \"" + table.name()
                        + "\", partitionKey = \"...\"))");
    }
}
