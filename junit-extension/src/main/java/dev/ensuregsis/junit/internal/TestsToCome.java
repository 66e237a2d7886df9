package dev.ensuregsis.junit.internal;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Which tests of a class may still come. One that JUnit calls for each of its repetitions or arguments may always come once
 * more; one that is left out by a filter or a condition is expected to the end. Thread-safe.
 */
final class TestsToCome {
    private final Set<Method> notBegun = ConcurrentHashMap.newKeySet();
    private final boolean someRepeat;

    private TestsToCome(Stream<Method> tests) {
        tests.forEach(notBegun::add);
        this.someRepeat = notBegun.stream().anyMatch(test -> !AnnotationSupport.isAnnotated(test, Test.class));
    }

    /** Those of a class and of what is nested in it. */
    static TestsToCome in(Class<?> testClass) {
        return new TestsToCome(
                tests(testClass).filter(test -> Annotations.on(test).isEmpty()));
    }

    private static Stream<Method> tests(Class<?> testClass) {
        return Stream.concat(
                AnnotationSupport.findAnnotatedMethods(testClass, Testable.class, HierarchyTraversalMode.TOP_DOWN)
                        .stream(),
                ReflectionSupport.findNestedClasses(
                                testClass, nested -> AnnotationSupport.isAnnotated(nested, Nested.class))
                        .stream()
                        .flatMap(TestsToCome::tests));
    }

    /** Whether a test may come after this one, which begins. */
    boolean areMoreAfter(Method begins) {
        notBegun.remove(begins);
        return someRepeat || !notBegun.isEmpty();
    }
}
