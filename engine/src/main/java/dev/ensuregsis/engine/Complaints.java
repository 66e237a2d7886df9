package dev.ensuregsis.engine;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what of a run is not as it was to be. */
final class Complaints {
    private Complaints() {}

    static List<String> of(RunReport report, Function<Failure, String> words) {
        return Stream.of(
                        Stream.ofNullable(report.abortedBy()).map(words),
                        report.failedTables().stream()
                                .map(table -> table.tableName() + ": " + words.apply(table.failure())),
                        toldOnce(report.indexes().stream().filter(index -> !index.isAsWanted()), words))
                .flatMap(part -> part)
                .toList();
    }

    /** What is wrong with many indexes, as when a whole table is refused, is told once, after all their names. */
    private static Stream<String> toldOnce(Stream<IndexReport> indexes, Function<Failure, String> words) {
        return indexes
                .collect(Collectors.groupingBy(
                        index -> told(index, words),
                        LinkedHashMap::new,
                        Collectors.mapping(index -> index.id().toString(), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + ": " + entry.getKey());
    }

    private static String told(IndexReport index, Function<Failure, String> words) {
        var failure = index.failure();
        return failure == null
                ? index.outcome().toString().toLowerCase(Locale.ROOT).replace('_', ' ')
                : words.apply(failure);
    }
}
