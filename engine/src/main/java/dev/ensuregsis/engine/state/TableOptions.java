package dev.ensuregsis.engine.state;

/**
 * How a table of states is used.
 *
 * @param locking what to do while another run has the state, and how a run is named in its lease
 * @param createTable whether the table is made where it is missing
 */
public record TableOptions(StateOptions locking, boolean createTable) {

    /** Refuses a second run that is seen to live, and makes no table. */
    public static final TableOptions DEFAULT = new TableOptions(StateOptions.DEFAULT, false);

    /**
     * Sets what to do while another run has the state.
     *
     * @param options like a file's
     * @return options with that
     */
    public TableOptions withLocking(StateOptions options) {
        return new TableOptions(options, createTable);
    }

    /**
     * Sets whether the table is made where it is missing.
     *
     * @param create whether to
     * @return options with that
     */
    public TableOptions withCreateTable(boolean create) {
        return new TableOptions(locking, create);
    }
}
