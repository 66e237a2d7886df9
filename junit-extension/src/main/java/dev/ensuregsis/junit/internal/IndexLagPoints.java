package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.EnsureGsis;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds where an IndexLag is to be injected: that has to be known before there is a database. */
final class IndexLagPoints {

    private IndexLagPoints() {}

    /**
     * Whether a class takes one, in a field, its constructor, or a lifecycle or test method; a nested class that is in the same
     * database counts. A method with a database of its own doesn't.
     */
    static boolean in(Class<?> testClass) {
        return Injection.fields(testClass).stream().anyMatch(field -> Injectable.INDEX_LAG.is(field.getType()))
                || Arrays.stream(testClass.getDeclaredConstructors()).anyMatch(IndexLagPoints::in)
                || !ReflectionSupport.findMethods(
                                testClass,
                                method -> method.getAnnotations().length > 0 && in(method) && !hasOwnDatabase(method),
                                HierarchyTraversalMode.TOP_DOWN)
                        .isEmpty()
                || ReflectionSupport.findNestedClasses(testClass, nested -> true).stream()
                        .anyMatch(nested -> isInTheSameDatabase(nested) && in(nested));
    }

    private static boolean isInTheSameDatabase(Class<?> nested) {
        return AnnotationSupport.isAnnotated(nested, Nested.class)
                && Annotations.on(nested).stream().noneMatch(Declaration::asksForOwnDatabase);
    }

    /** Whether a method or constructor takes one. */
    static boolean in(Executable executable) {
        return Arrays.stream(executable.getParameters())
                .anyMatch(parameter ->
                        parameter.getAnnotations().length == 0 && Injectable.INDEX_LAG.is(parameter.getType()));
    }

    private static boolean hasOwnDatabase(Method method) {
        return !AnnotationSupport.findRepeatableAnnotations(method, EnsureGsis.class)
                .isEmpty();
    }
}
