package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.maven.internal.aws.Connection;
import dev.ensuregsis.maven.internal.console.ServedChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables of a server that a goal runs: brought to what is defined, by what they are and not by what was done before. */
record ServedTables(Connection connection) {

    ServedChange ensure(Assignment assignment) {
        var controlPlane = connection.controlPlane();
        var created = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        try (var state = GsiStateManager.inMemory("gsi:run")) {
            var report = assignment
                    .engine(state, controlPlane)
                    .createTables(true)
                    .retryPolicies(RetryPolicies.localDefaults())
                    .listener(event -> {
                        if (event instanceof GsiEvent.CreatingTable creating) {
                            created.add(creating.tableName());
                        } else if (event instanceof GsiEvent.Warned warned) {
                            warnings.add(warned.message());
                        }
                    })
                    .build()
                    .ensure(assignment.definitions());
            created.removeIf(table -> isFailed(table, report));
            var lacking = report.abortedBy() == null
                    ? lacking(assignment.selected().tables(), created, controlPlane)
                    : Map.<String, List<String>>of();
            return new ServedChange(report, created, warnings, lacking);
        }
    }

    private static boolean isFailed(String tableName, RunReport report) {
        return report.failedTables().stream()
                        .anyMatch(table -> table.tableName().equals(tableName))
                || report.with(IndexReport.Outcome.FAILED).stream()
                        .anyMatch(index -> index.id().tableName().equals(tableName));
    }

    private Map<String, List<String>> lacking(
            List<TableDefinition> defined, List<String> created, ControlPlane controlPlane) {
        var lacking = new LinkedHashMap<String, List<String>>();
        for (var table : defined) {
            var creation = table.creation();
            if (creation != null && !created.contains(table.name())) {
                var stream = creation.settings().streamViewType() == null ? null : streamOf(table.name());
                controlPlane
                        .describeTable(table.name())
                        .map(live -> OnlyAtCreation.lacking(creation, live, stream))
                        .filter(missing -> !missing.isEmpty())
                        .ifPresent(missing -> lacking.put(table.name(), missing));
            }
        }
        return lacking;
    }

    private @Nullable String streamOf(String tableName) {
        var stream = connection
                .client()
                .describeTable(table -> table.tableName(tableName))
                .table()
                .streamSpecification();
        return stream == null ? null : stream.streamViewTypeAsString();
    }
}
