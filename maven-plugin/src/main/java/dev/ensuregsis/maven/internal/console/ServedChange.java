package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.NextStep;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of a served database when it was brought to what is defined.
 *
 * @param report the run
 * @param tables the tables that were created
 * @param warnings what differs and was left
 * @param lacking tables with what of them only their creation brings, and they lack
 */
public record ServedChange(
        RunReport report, List<String> tables, List<String> warnings, Map<String, List<String>> lacking) {

    /** Copies the lists. */
    public ServedChange {
        tables = List.copyOf(tables);
        warnings = List.copyOf(warnings);
        lacking = Collections.unmodifiableMap(new LinkedHashMap<>(lacking));
    }

    /**
     * Whether something was created.
     *
     * @return false if all stands as it stood
     */
    public boolean addedSomething() {
        return !tables.isEmpty() || !report.with(Outcome.CREATED).isEmpty();
    }

    /**
     * Whether all is there as it is defined.
     *
     * @return false if it may be once somebody has mended what is in the way
     */
    public boolean isAsDefined() {
        return report.isSuccessful() && lacking.isEmpty();
    }

    /**
     * Whether there is something to say that wasn't said of an earlier try: not that what goes is still there.
     *
     * @param earlier the earlier try, of the same definitions
     * @return true if it is to be said
     */
    public boolean isNewsAfter(ServedChange earlier) {
        var said = earlier.failures().values();
        return addedSomething()
                || failures().values().stream().anyMatch(failure -> !said.contains(failure) && !isOnItsWay(failure));
    }

    /** The indexes that are there otherwise. */
    List<IndexReport> toReplace() {
        return report.with(Outcome.FAILED).stream()
                .filter(index -> nextStepIs(index.failure(), NextStep.Kind.REPLACE_OR_RENAME_INDEX)
                        || nextStepIs(index.failure(), NextStep.Kind.MEND_STUCK_INDEX))
                .toList();
    }

    /** The tables that are there with another key, or lack what only their creation brings. */
    List<String> tablesToReplace() {
        return Stream.of(
                        report.with(Outcome.FAILED).stream()
                                .filter(index -> nextStepIs(index.failure(), NextStep.Kind.CORRECT_TABLE))
                                .map(index -> index.id().tableName()),
                        report.failedTables().stream()
                                .filter(table -> nextStepIs(table.failure(), NextStep.Kind.CORRECT_TABLE))
                                .map(table -> table.tableName()),
                        lacking.keySet().stream())
                .flatMap(names -> names)
                .distinct()
                .toList();
    }

    private static boolean isOnItsWay(Failure failure) {
        return nextStepIs(failure, NextStep.Kind.ASK_WHO_DELETES_INDEX)
                || nextStepIs(failure, NextStep.Kind.ASK_WHO_DELETES_TABLE);
    }

    private static boolean nextStepIs(@Nullable Failure failure, NextStep.Kind kind) {
        return failure != null && failure.nextStep().kind() == kind;
    }

    /** What failed, by what it is called. */
    Map<String, Failure> failures() {
        var failures = new LinkedHashMap<String, Failure>();
        var labels =
                IndexLabels.of(report.indexes().stream().map(IndexReport::id).toList());
        for (var index : report.indexes()) {
            var failure = index.failure();
            if (failure != null && !index.isActive()) {
                failures.put(labels.of(index.id()), failure);
            }
        }
        report.failedTables().forEach(table -> failures.put(table.tableName(), table.failure()));
        var aborted = report.abortedBy();
        if (aborted != null) {
            failures.put("DynamoDB Local", aborted);
        }
        return failures;
    }
}
