package dev.ensuregsis.engine.state;

/** What reading a state file came to. */
sealed interface Reading {

    /** There is none. */
    record Absent() implements Reading {}

    /**
     * It is whole.
     *
     * @param document what it says
     */
    record Whole(StateDocument document) implements Reading {}

    /**
     * It can't be used.
     *
     * @param reason what is wrong
     * @param line where, from 1
     * @param column where in that line, from 1
     */
    record Damaged(String reason, int line, int column) implements Reading {}

    /**
     * It is of a version that we don't know.
     *
     * @param version which
     */
    record OtherVersion(String version) implements Reading {}
}
