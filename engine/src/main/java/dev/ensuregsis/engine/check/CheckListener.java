package dev.ensuregsis.engine.check;

/** Is told of a check while it runs, on the thread that runs it. What it throws ends the check. */
public interface CheckListener {

    /** Hears nothing. */
    CheckListener SILENT = new CheckListener() {
        @Override
        public void begins(CheckForecast forecast) {}

        @Override
        public void goesOn(CheckProgress progress) {}
    };

    /**
     * What will be read, before anything is.
     *
     * @param forecast what
     */
    void begins(CheckForecast forecast);

    /**
     * How far it is: after every page, and whenever DynamoDB refuses one.
     *
     * @param progress how far
     */
    void goesOn(CheckProgress progress);
}
