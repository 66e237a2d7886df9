package dev.ensuregsis.engine;

import dev.ensuregsis.engine.definition.IndexNames;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import dev.ensuregsis.engine.event.IndexReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what of a run is not as it was to be. */
final class Complaints {
    private Complaints() {}

    static List<String> of(RunReport report, Function<Failure, String> words) {
        return Stream.of(
                        Stream.ofNullable(report.abortedBy()).map(words),
                        report.failedTables().stream()
                                .map(table -> table.tableName() + ": " + words.apply(table.failure())),
                        toldOnce(report, words))
                .flatMap(part -> part)
                .toList();
    }

    /** What is wrong with many indexes, as when a whole table is refused, is told once, after all their names. */
    private static Stream<String> toldOnce(RunReport report, Function<Failure, String> words) {
        var names = IndexNames.of(report.indexes().stream().map(IndexReport::id).toList());
        var waits = report.waits().stream().collect(Collectors.toMap(Waiting::tableName, Function.identity()));
        return report.indexes().stream()
                .filter(index -> !index.isAsWanted())
                .collect(Collectors.groupingBy(
                        index -> told(index, waits.get(index.id().tableName()), words),
                        LinkedHashMap::new,
                        Collectors.mapping(index -> names.get(index.id()), Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + ": " + entry.getKey());
    }

    private static String told(IndexReport index, @Nullable Waiting wait, Function<Failure, String> words) {
        var failure = index.failure();
        if (failure != null) {
            return words.apply(failure);
        }
        var outcome = index.outcome().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
        return wait == null || !isAbout(wait, index)
                ? outcome
                : outcome + " (" + wait.phase().words() + ")";
    }

    /** A wait for the table itself is each of its indexes'. */
    private static boolean isAbout(Waiting wait, IndexReport index) {
        return wait.indexName() == null || wait.indexName().equals(index.id().indexName());
    }
}
