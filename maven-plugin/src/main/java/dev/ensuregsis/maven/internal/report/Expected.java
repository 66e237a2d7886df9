package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.engine.Leftovers;
import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.StatusReport;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.estimate.RunEstimate;
import dev.ensuregsis.maven.internal.console.EstimateText;
import java.util.List;
import java.util.Optional;

/** What was expected of what a report is about; empty where nothing was. */
final class Expected implements Finding.Cases<Optional<RunEstimate>> {
    private Expected() {}

    /** In all, for a person. */
    static List<String> lines(Report report) {
        return Optional.ofNullable(report.finding())
                .flatMap(finding -> finding.match(new Expected()))
                .filter(estimate -> !estimate.indexes().isEmpty())
                .map(EstimateText::total)
                .orElse(List.of());
    }

    /** Of one index, for a person, behind what is said of it besides. */
    static String beside(String said, Plan plan, IndexId index) {
        return Optional.ofNullable(plan.estimate())
                .flatMap(estimate -> estimate.of(index))
                .map(estimate -> said + "; expected: " + EstimateText.of(estimate))
                .orElse(said);
    }

    @Override
    public Optional<RunEstimate> ran(RunReport report, Chronicle chronicle) {
        return chronicle.estimate();
    }

    @Override
    public Optional<RunEstimate> planned(Plan plan) {
        return Optional.ofNullable(plan.estimate());
    }

    @Override
    public Optional<RunEstimate> compared(StatusReport report) {
        return Optional.empty();
    }

    @Override
    public Optional<RunEstimate> checked(Finding.Checked check) {
        return Optional.empty();
    }

    @Override
    public Optional<RunEstimate> listed(Leftovers leftovers) {
        return Optional.empty();
    }
}
