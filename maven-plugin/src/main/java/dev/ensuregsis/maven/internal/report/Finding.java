package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.StatusReport;

/** What a goal found or did. */
public sealed interface Finding {

    /**
     * A run.
     *
     * @param report what it did
     */
    record Ran(RunReport report) implements Finding {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.ran(report);
        }
    }

    /**
     * A look ahead.
     *
     * @param plan what a run would do
     */
    record Planned(Plan plan) implements Finding {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.planned(plan);
        }
    }

    /**
     * A look at state and tables.
     *
     * @param report how they stand
     */
    record Compared(StatusReport report) implements Finding {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.compared(report);
        }
    }

    /**
     * Tells the kinds apart.
     *
     * @param cases what to do with each
     * @return what was done with this one
     * @param <T> what that is
     */
    <T> T match(Cases<T> cases);

    /**
     * One method for each kind: a form of report that forgets one doesn't compile.
     *
     * @param <T> what is made of a finding
     */
    interface Cases<T> {
        /**
         * For a run.
         *
         * @param report what it did
         * @return what is made of it
         */
        T ran(RunReport report);

        /**
         * For a plan.
         *
         * @param plan the plan
         * @return what is made of it
         */
        T planned(Plan plan);

        /**
         * For a status.
         *
         * @param report the status
         * @return what is made of it
         */
        T compared(StatusReport report);
    }
}
