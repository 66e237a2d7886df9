package dev.ensuregsis.junit;

/** Who shares a database. Each is a database of its own behind the same server. */
public enum Isolation {
    /**
     * What an enclosing class says; else the JUnit configuration parameter {@code gsi.isolation}; else {@link #SHARED}.
     */
    INFERRED,
    /** One database per test run. Tests that run in parallel see each other's items. */
    SHARED,
    /** One database per test class, its nested classes included, thrown away after the class. */
    CLASS,
    /** One database per test method, each repetition and each set of arguments counted, thrown away after the method. */
    METHOD
}
