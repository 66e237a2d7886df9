package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.Isolation;
import dev.ensuregsis.junit.internal.PublishedEndpoints.Publication;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a class or a method has for its time: what it wants, and the database where that is ensured. With isolation METHOD a
 * class has no database, but one in reserve for the next method to come.
 */
final class Scope implements AutoCloseable {
    private final Wanted wanted;
    private final @Nullable EnsuredDatabase database;
    private final @Nullable Reserve<EnsuredDatabase> reserve;
    private final Deque<AutoCloseable> toClose = new ArrayDeque<>();
    /** What is published while this is open, by itself or by what it lies in. */
    private @Nullable Publication publication;

    private Scope(Wanted wanted, @Nullable EnsuredDatabase database, @Nullable Reserve<EnsuredDatabase> reserve) {
        this.wanted = wanted;
        this.database = database;
        this.reserve = reserve;
    }

    private Scope(Wanted wanted, EnsuredDatabase database) {
        this(wanted, database, null);
    }

    /** Opens the scope of a class. */
    static Scope ofClass(Class<?> testClass, Wanted wanted, @Nullable Scope enclosing, TestRun run) {
        var server = run.server(wanted.configuration());
        return switch (wanted.configuration().isolation()) {
            case INFERRED, SHARED -> new Scope(wanted, server.shared()).ensure().publish(run, enclosing);
            case CLASS -> owning(wanted, server).publish(run, enclosing);
            case METHOD -> {
                var reserve = new Reserve<>(
                        () -> owning(wanted, server).database(), TestsToCome.in(testClass), run.background());
                var scope = new Scope(wanted, null, reserve);
                scope.publication = publishedBy(enclosing);
                yield scope;
            }
        };
    }

    /** Opens the scope of a nested class in the database of the enclosing one. */
    static Scope joining(Wanted wanted, Scope enclosing, TestRun run) {
        return new Scope(wanted, enclosing.database()).ensure().publish(run, enclosing);
    }

    /** Opens the scope of a method that has a database of its own. */
    static Scope ofMethod(Wanted wanted, @Nullable Scope ofClass, TestRun run) {
        return owning(wanted, run.server(wanted.configuration())).publish(run, ofClass);
    }

    /** Opens the scope of a method of this class, whose isolation is METHOD. */
    Scope forMethod(Method test, TestRun run) {
        var own = Objects.requireNonNull(reserve, "with isolation METHOD a class has a reserve")
                .take(test);
        var scope = new Scope(wanted, own);
        scope.toClose.push(own);
        return scope.publish(run, this);
    }

    Isolation isolation() {
        return wanted.configuration().isolation();
    }

    Wanted wanted() {
        return wanted;
    }

    EnsuredDatabase database() {
        return Objects.requireNonNull(database, "with isolation METHOD only methods have a database");
    }

    private static Scope owning(Wanted wanted, RunningServer server) {
        var scope = new Scope(
                wanted, server.newDatabase(wanted.configuration().options().database()));
        scope.toClose.push(scope.database());
        return scope.ensure();
    }

    private Scope ensure() {
        closingOnFailure(() -> database().ensure(wanted));
        return this;
    }

    private Scope publish(TestRun run, @Nullable Scope enclosing) {
        if (wanted.configuration().publishEndpoint()) {
            closingOnFailure(() -> {
                publication = run.published().publish(database().endpoint(), publishedBy(enclosing));
                toClose.push(publication);
            });
        }
        return this;
    }

    private static @Nullable Publication publishedBy(@Nullable Scope enclosing) {
        return enclosing == null ? null : enclosing.publication;
    }

    private void closingOnFailure(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | LinkageError e) {
            try {
                close();
            } catch (Exception suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    @Override
    public void close() throws Exception {
        if (reserve != null) {
            toClose.push(reserve);
        }
        Closing.all(toClose);
    }
}
