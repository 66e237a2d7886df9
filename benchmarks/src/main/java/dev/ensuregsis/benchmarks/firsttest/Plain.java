package dev.ensuregsis.benchmarks.firsttest;

import java.util.List;

/** A test class that has nothing to do with DynamoDB. */
final class Plain {
    static final List<Class<?>> CLASSES = List.of(First.class);

    private Plain() {}

    static class First extends OneTest {}
}
