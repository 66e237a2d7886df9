package dev.ensuregsis.maven.internal.console;

/** How much a run says each time that it speaks while it waits. */
public enum WaitingDetail {
    /** One line: for a log that is read afterwards. */
    SUMMARY,
    /** The line, and below it the tables that are waited for: for somebody who sits before it. */
    TABLES
}
