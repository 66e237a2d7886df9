package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.maven.internal.console.ServedChange;
import java.util.ArrayList;

/** The tables of a server that a goal runs: brought to what is defined, by what they are and not by what was done before. */
record ServedTables(ControlPlane controlPlane) {

    ServedChange ensure(Assignment assignment) {
        var tables = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        try (var state = GsiStateManager.inMemory("gsi:run")) {
            var report = assignment
                    .engine(state, controlPlane)
                    .createTables(true)
                    .retryPolicies(RetryPolicies.localDefaults())
                    .listener(event -> {
                        if (event instanceof GsiEvent.CreatingTable creating) {
                            tables.add(creating.tableName());
                        } else if (event instanceof GsiEvent.Warned warned) {
                            warnings.add(warned.message());
                        }
                    })
                    .build()
                    .ensure(assignment.definitions());
            return new ServedChange(report, tables, warnings);
        }
    }
}
