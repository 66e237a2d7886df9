package dev.ensuregsis.engine.definition;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One definition out of two that don't contradict each other: what the first leaves out is the second's. Pure. */
final class Completion {
    private Completion() {}

    static IndexDefinition of(IndexDefinition first, IndexDefinition second) {
        return new IndexDefinition(
                first.name(),
                first.keySchema(),
                either(first.projection(), second.projection()),
                of(first.capacity(), second.capacity()));
    }

    static TableCreation of(TableCreation first, TableCreation second) {
        var localIndexes = new LinkedHashMap<String, LocalIndexDefinition>();
        Stream.of(first, second)
                .flatMap(creation -> creation.localIndexes().stream())
                .forEach(index -> localIndexes.putIfAbsent(index.name(), index));
        var beyond = new LinkedHashSet<>(first.beyondCreateTable());
        beyond.addAll(second.beyondCreateTable());
        return new TableCreation(
                first.keySchema(),
                first.billingMode(),
                of(first.capacity(), second.capacity()),
                List.copyOf(localIndexes.values()),
                of(first.settings(), second.settings()),
                List.copyOf(beyond));
    }

    private static Capacity of(Capacity first, Capacity second) {
        return new Capacity(
                either(first.provisioned(), second.provisioned()),
                either(first.onDemandMaximum(), second.onDemandMaximum()),
                either(first.warm(), second.warm()));
    }

    /** Deletion protection that one of them asks for is asked for. */
    private static TableCreation.Settings of(TableCreation.Settings first, TableCreation.Settings second) {
        var tags = new LinkedHashMap<>(second.tags());
        tags.putAll(first.tags());
        return new TableCreation.Settings(
                either(first.streamViewType(), second.streamViewType()),
                either(first.encryption(), second.encryption()),
                either(first.tableClass(), second.tableClass()),
                first.deletionProtection() || second.deletionProtection(),
                tags);
    }

    private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }
}
