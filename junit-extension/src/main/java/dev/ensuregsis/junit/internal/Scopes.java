package dev.ensuregsis.junit.internal;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.junit.EnsureGsisException;
import dev.ensuregsis.junit.Isolation;
import dev.ensuregsis.local.LocalServerException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Finds the scope of a context, and opens it where no callback has asked before. Scopes are kept in the context's store, and
 * closed with it; the same goes for a failure to open one.
 */
public final class Scopes {
    private final @Nullable Declaration built;

    /**
     * The scopes of one extension.
     *
     * @param built what its builder says; null for an extension that annotations registered
     */
    public Scopes(@Nullable Declaration built) {
        this.built = built;
    }

    /** Keys in the store of a context that those below it don't find. */
    private record ScopeKey(String contextId) {}

    private record OwnerKey(String contextId) {}

    /** Ensures what the class of a context wants, unless that was done. */
    public void ensureClass(ExtensionContext context) {
        ofClass(context);
    }

    /** Ensures what the method of a context wants, or its class where there is no method, unless that was done. */
    public void ensure(ExtensionContext context) {
        of(context);
    }

    /** The scope of the class that a context belongs to. */
    Scope ofClass(ExtensionContext context) {
        var ofClass = classContext(context);
        claim(ofClass);
        var enclosing = enclosing(ofClass);
        if (enclosing.isPresent()
                && Annotations.on(ofClass.getRequiredTestClass()).isEmpty()) {
            return enclosing.get();
        }
        return kept(ofClass, () -> openForClass(ofClass, enclosing.orElse(null)));
    }

    /** The scope that a context's test, or its class where there is no test, takes its database from. */
    Scope of(ExtensionContext context) {
        var method = context.getTestMethod();
        if (method.isEmpty()) {
            return ofClass(context);
        }
        var onMethod = Annotations.on(method.get());
        if (!onMethod.isEmpty()) {
            return kept(context, () -> openForMethod(context, method.get(), onMethod));
        }
        var ofClass = ofClass(context);
        return ofClass.isolation() == Isolation.METHOD
                ? kept(context, () -> ofClass.forMethod(method.get(), TestRun.of(context)))
                : ofClass;
    }

    /** One extension works for a class: two would both resolve its parameters. */
    private void claim(ExtensionContext ofClass) {
        var testClass = ofClass.getRequiredTestClass();
        TooOld.check();
        if (built != null) {
            ExtensionFields.refuseInstanceFields(testClass);
        }
        var owner = ofClass.getStore(TestRun.NAMESPACE)
                .getOrComputeIfAbsent(new OwnerKey(ofClass.getUniqueId()), key -> this);
        if (owner != this) {
            throw new EnsureGsisException(
                    testClass.getName()
                            + " has @EnsureGsis and a field of type EnsureGsisExtension, or two such fields:"
                            + " put all into one of them",
                    null);
        }
    }

    private Scope openForClass(ExtensionContext context, @Nullable Scope enclosing) {
        var testClass = context.getRequiredTestClass();
        var configuration = Configuration.of(levels(context).toList(), defaults(context), takesIndexLag(context));
        TestRun.of(context).startAhead(configuration);
        var wanted = Wanted.read(
                testClass.getName(),
                configuration,
                testClass.getClassLoader(),
                TestRun.of(context).definitions());
        if (TestRun.of(context).isStarting()) {
            Rehearsal.of(wanted.definitions());
        }
        if (enclosing != null
                && enclosing.isolation() != Isolation.METHOD
                && Annotations.on(testClass).stream().noneMatch(Declaration::asksForOwnDatabase)) {
            return Scope.joining(wanted, enclosing, TestRun.of(context));
        }
        return Scope.ofClass(testClass, wanted, enclosing, TestRun.of(context));
    }

    private Scope openForMethod(ExtensionContext context, Method method, List<Declaration> onMethod) {
        onMethod.stream()
                .filter(declaration ->
                        declaration.isolation() != Isolation.INFERRED && declaration.isolation() != Isolation.METHOD)
                .findFirst()
                .ifPresent(declaration -> {
                    throw new IllegalArgumentException("an annotated method has a database of its own: isolation "
                            + declaration.isolation() + " can't be; leave it out, or annotate the class instead");
                });
        var testClass = context.getRequiredTestClass();
        var configuration = Configuration.of(
                        Stream.concat(levels(context), Stream.of(onMethod)).toList(),
                        defaults(context),
                        IndexLagPoints.in(method) || takesIndexLag(context))
                .forMethod();
        var wanted = Wanted.read(
                testClass.getName() + "." + method.getName(),
                configuration,
                testClass.getClassLoader(),
                TestRun.of(context).definitions());
        var ofClass = classContext(context);
        var enclosing = existing(ofClass).or(() -> enclosing(ofClass));
        return Scope.ofMethod(wanted, enclosing.orElse(null), TestRun.of(context));
    }

    /** What is declared for the class of a context, the outermost class's first. */
    private Stream<List<Declaration>> levels(ExtensionContext context) {
        return Stream.of(
                        Stream.ofNullable(built).map(List::of),
                        context.getEnclosingTestClasses().stream().flatMap(Annotations::levels),
                        Annotations.levels(context.getRequiredTestClass()))
                .flatMap(levels -> levels);
    }

    /** The instances of enclosing classes, and their lifecycle methods, are in the database of a nested one too. */
    private static boolean takesIndexLag(ExtensionContext context) {
        return IndexLagPoints.in(context.getRequiredTestClass())
                || context.getEnclosingTestClasses().stream().anyMatch(IndexLagPoints::in);
    }

    private static BuildDefaults defaults(ExtensionContext context) {
        return BuildDefaults.from(context::getConfigurationParameter);
    }

    private static ExtensionContext classContext(ExtensionContext context) {
        var candidate = context;
        while (candidate.getTestMethod().isPresent()) {
            candidate = candidate.getParent().orElseThrow();
        }
        return candidate;
    }

    /** The scope of the nearest enclosing class that has one. */
    private static Optional<Scope> enclosing(ExtensionContext ofClass) {
        var testClass = ofClass.getRequiredTestClass();
        for (var outer = ofClass.getParent();
                outer.isPresent();
                outer = outer.get().getParent()) {
            if (outer.get().getTestClass().filter(type -> type != testClass).isPresent()) {
                var scope = existing(outer.get());
                if (scope.isPresent()) {
                    return scope;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Scope> existing(ExtensionContext context) {
        return Optional.ofNullable(
                        context.getStore(TestRun.NAMESPACE).get(new ScopeKey(context.getUniqueId()), Attempt.class))
                .map(attempt -> (Scope) attempt.get());
    }

    private static Scope kept(ExtensionContext context, Supplier<Scope> open) {
        var attempt = context.getStore(TestRun.NAMESPACE)
                .getOrComputeIfAbsent(
                        new ScopeKey(context.getUniqueId()),
                        key -> Attempt.at(() -> readably(context, open)),
                        Attempt.class);
        return (Scope) attempt.get();
    }

    /** What is the user's to mend becomes a message that says where; what isn't stays what it is. */
    private static Scope readably(ExtensionContext context, Supplier<Scope> open) {
        try {
            return open.get();
        } catch (LocalServerException e) {
            throw refused(context, ServerFailure.told(e), e);
        } catch (DefinitionException | IllegalArgumentException e) {
            throw refused(context, e.getMessage(), e);
        } catch (LinkageError e) {
            throw TooOld.explain(e);
        }
    }

    private static EnsureGsisException refused(ExtensionContext context, @Nullable String why, Exception refusal) {
        return new EnsureGsisException(
                "@EnsureGsis for " + context.getRequiredTestClass().getName() + ": " + why, refusal.getCause());
    }
}
