package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.event.GsiEvent.RunStarted;
import java.util.ArrayList;
import java.util.List;

/** What a run says before it changes anything: of which DynamoDB, what it will do, and what that is expected to take. */
final class OpeningText {
    private OpeningText() {}

    static List<Line> lines(RunStarted started, IndexLabels labels, boolean each) {
        var planned = PlanCounts.of(
                started.tables(), started.tablesToCreate(), started.indexes().values());
        var lines = new ArrayList<Line>();
        lines.add(Line.info("Target: " + Words.target(started.target())));
        lines.add(Line.info(planned.text()));
        lines.addAll(EstimateText.opening(started.estimate(), labels, each));
        return lines;
    }
}
