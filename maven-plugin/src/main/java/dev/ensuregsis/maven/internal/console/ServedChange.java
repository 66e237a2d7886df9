package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.engine.event.NextStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of a served database when it was brought to what is defined.
 *
 * @param report the run
 * @param tables the tables that were created
 * @param warnings what differs and was left
 */
public record ServedChange(RunReport report, List<String> tables, List<String> warnings) {

    /** Copies the lists. */
    public ServedChange {
        tables = List.copyOf(tables);
        warnings = List.copyOf(warnings);
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
     * Whether an index stands otherwise than it is defined, or is being deleted: once it is gone, it can be created.
     *
     * @return true if there is one
     */
    public boolean waitsForDeletion() {
        return report.with(Outcome.FAILED).stream()
                .anyMatch(index -> isToReplace(index) || nextStepIs(index, NextStep.Kind.ASK_WHO_DELETES_INDEX));
    }

    static boolean isToReplace(IndexReport index) {
        return nextStepIs(index, NextStep.Kind.REPLACE_OR_RENAME_INDEX);
    }

    private static boolean nextStepIs(IndexReport index, NextStep.Kind kind) {
        var failure = index.failure();
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
