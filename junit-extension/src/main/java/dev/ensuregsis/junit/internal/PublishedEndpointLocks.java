package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.Isolation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Keeps classes apart that publish different endpoints as system properties. Only what is written on annotations counts: a
 * provider sees no configuration parameters.
 */
public final class PublishedEndpointLocks implements ResourceLocksProvider {

    /** JUnit makes it. */
    public PublishedEndpointLocks() {}

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        return locks(Annotations.on(testClass), IndexLagPoints.in(testClass));
    }

    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> enclosingInstanceTypes, Class<?> testClass) {
        return locks(
                Stream.concat(
                                enclosingInstanceTypes.stream().flatMap(type -> Annotations.on(type).stream()),
                                Annotations.on(testClass).stream())
                        .toList(),
                IndexLagPoints.in(testClass) || enclosingInstanceTypes.stream().anyMatch(IndexLagPoints::in));
    }

    @Override
    public Set<Lock> provideForMethod(List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        var onMethod = Annotations.on(testMethod);
        if (onMethod.isEmpty()) {
            return Set.of();
        }
        var all = Stream.of(
                        enclosingInstanceTypes.stream().flatMap(type -> Annotations.on(type).stream()),
                        Annotations.on(testClass).stream(),
                        onMethod.stream())
                .flatMap(declarations -> declarations)
                .toList();
        // An annotated method has a database of its own.
        return publishes(all) ? Set.of(lock(ResourceAccessMode.READ_WRITE)) : Set.of();
    }

    /** Strictness, a lag or a hand on it may ask for a database of its own: as with CLASS. */
    private static Set<Lock> locks(List<Declaration> declarations, boolean takesIndexLag) {
        if (!publishes(declarations)) {
            return Set.of();
        }
        var isolation = declarations.stream()
                .map(Declaration::isolation)
                .filter(written -> written != Isolation.INFERRED)
                .reduce((outer, inner) -> inner)
                .orElse(Isolation.SHARED);
        var mayBeShared = isolation == Isolation.SHARED
                && !takesIndexLag
                && declarations.stream()
                        .noneMatch(declaration -> declaration.options().saySomething());
        return Set.of(lock(mayBeShared ? ResourceAccessMode.READ : ResourceAccessMode.READ_WRITE));
    }

    private static boolean publishes(List<Declaration> declarations) {
        return declarations.stream().anyMatch(Declaration::publishEndpoint);
    }

    private static Lock lock(ResourceAccessMode mode) {
        return new Lock(Resources.SYSTEM_PROPERTIES, mode);
    }
}
