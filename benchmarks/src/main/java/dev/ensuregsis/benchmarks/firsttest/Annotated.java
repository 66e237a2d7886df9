package dev.ensuregsis.benchmarks.firsttest;

import dev.ensuregsis.junit.EnsureGsis;
import dev.ensuregsis.junit.Isolation;
import java.util.List;

/** Test classes with the annotation. */
final class Annotated {
    static final List<Class<?>> CLASSES =
            List.of(First.class, Second.class, Third.class, Fourth.class, Fifth.class, Sixth.class, EmptyTables.class);

    private Annotated() {}

    @EnsureGsis("classpath:first-test.json")
    static class First extends OneTest {}

    @EnsureGsis("classpath:first-test.json")
    static class Second extends OneTest {}

    @EnsureGsis("classpath:first-test.json")
    static class Third extends OneTest {}

    @EnsureGsis("classpath:first-test.json")
    static class Fourth extends OneTest {}

    @EnsureGsis("classpath:first-test.json")
    static class Fifth extends OneTest {}

    @EnsureGsis("classpath:first-test.json")
    static class Sixth extends OneTest {}

    @EnsureGsis(value = "classpath:first-test.json", isolation = Isolation.METHOD)
    static class EmptyTables extends ManyTests {}
}
