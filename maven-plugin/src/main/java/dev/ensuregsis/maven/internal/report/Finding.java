package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.engine.Leftovers;
import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.StatusReport;
import dev.ensuregsis.engine.definition.Unread;
import java.util.List;

/** What a goal found or did. */
public sealed interface Finding {

    /**
     * A run.
     *
     * @param report what it did
     * @param unread what of the definitions isn't read
     */
    record Ran(RunReport report, List<Unread> unread) implements Finding {
        /** Copies the list. */
        public Ran {
            unread = List.copyOf(unread);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.ran(report);
        }
    }

    /**
     * A look ahead.
     *
     * @param plan what a run would do
     * @param unread what of the definitions isn't read
     */
    record Planned(Plan plan, List<Unread> unread) implements Finding {
        /** Copies the list. */
        public Planned {
            unread = List.copyOf(unread);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.planned(plan);
        }
    }

    /**
     * A look at state and tables.
     *
     * @param report how they stand
     * @param unread what of the definitions isn't read
     */
    record Compared(StatusReport report, List<Unread> unread) implements Finding {
        /** Copies the list. */
        public Compared {
            unread = List.copyOf(unread);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.compared(report);
        }
    }

    /**
     * A look for what is live and not defined.
     *
     * @param leftovers what was found
     * @param unread what of the definitions isn't read
     */
    record Listed(Leftovers leftovers, List<Unread> unread) implements Finding {
        /** Copies the list. */
        public Listed {
            unread = List.copyOf(unread);
        }

        @Override
        public <T> T match(Cases<T> cases) {
            return cases.listed(leftovers);
        }
    }

    /**
     * What of the definitions isn't read.
     *
     * @return what the definitions said
     */
    List<Unread> unread();

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
    }
}
