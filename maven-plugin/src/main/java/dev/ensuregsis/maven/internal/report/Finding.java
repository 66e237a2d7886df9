package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.engine.Leftovers;
import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.StatusReport;
import dev.ensuregsis.engine.check.CheckReport;
import dev.ensuregsis.engine.definition.Definitions;
import org.jspecify.annotations.Nullable;

/** What a goal found or did. */
public sealed interface Finding {

    /**
     * A run.
     *
     * @param report what it did
     * @param defined what was to be ensured
     * @param chronicle what each table did when
     */
    record Ran(RunReport report, Definitions defined, Chronicle chronicle) implements Finding {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.ran(report, chronicle);
        }
    }

    /**
     * A look ahead.
     *
     * @param plan what a run would do
     * @param defined what it is about
     */
    record Planned(Plan plan, Definitions defined) implements Finding {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.planned(plan);
        }
    }

    /**
     * A look at state and tables.
     *
     * @param report how they stand
     * @param defined what it is about
     */
    record Compared(StatusReport report, Definitions defined) implements Finding {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.compared(report);
        }
    }

    /**
     * A look for what is live and not defined.
     *
     * @param leftovers what was found
     * @param defined what it is about
     */
    record Listed(Leftovers leftovers, Definitions defined) implements Finding {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.listed(leftovers);
        }
    }

    /**
     * A check of items.
     *
     * @param report what it found
     * @param file where the misfits' keys are; null if that wasn't asked for
     * @param defined what it is about
     */
    record Checked(CheckReport report, @Nullable String file, Definitions defined) implements Finding {
        @Override
        public <T> T match(Cases<T> cases) {
            return cases.checked(this);
        }
    }

    /**
     * What it is about.
     *
     * @return all that is defined, and what of the definitions isn't read
     */
    Definitions defined();

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
         * @param chronicle what each table did when
         * @return what is made of it
         */
        T ran(RunReport report, Chronicle chronicle);

        /**
         * For a plan.
         *
         * @param plan the plan
         * @return what is made of it
         */
        T planned(Plan plan);

        /**
         * For what is live and not defined.
         *
         * @param leftovers what was found
         * @return what is made of it
         */
        T listed(Leftovers leftovers);

        /**
         * For a status.
         *
         * @param report the status
         * @return what is made of it
         */
        T compared(StatusReport report);

        /**
         * For a check.
         *
         * @param check the check
         * @return what is made of it
         */
        T checked(Checked check);
    }
}
