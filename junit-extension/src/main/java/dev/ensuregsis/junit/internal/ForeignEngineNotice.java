package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.EnsureGsis;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Says that a class with {@code @EnsureGsis} is run by an engine that calls no extension of Jupiter, like JUnit 4's and
 * Spock's: nothing of it would happen, and the class's fields would stay null. Found by the launcher as a service.
 */
public final class ForeignEngineNotice implements TestExecutionListener {
    /** Those that run Jupiter's tests, or have them run. */
    private static final Set<String> JUPITERS = Set.of("junit-jupiter", "junit-platform-suite");

    private static final String ENGINE = "engine";

    private final Consumer<String> line;

    /** Made by the launcher. Its lines go to the log, which is standard error where nobody configures it. */
    public ForeignEngineNotice() {
        this(line -> System.getLogger("dev.ensuregsis.junit").log(System.Logger.Level.WARNING, line));
    }

    ForeignEngineNotice(Consumer<String> line) {
        this.line = line;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        testPlan.getRoots().stream()
                .filter(root -> !JUPITERS.contains(engine(root)))
                .forEach(root -> testPlan.getDescendants(root).stream()
                        .filter(ForeignEngineNotice::isAnnotatedClass)
                        .filter(test -> !JUPITERS.contains(engine(test)))
                        .forEach(this::tell));
    }

    private void tell(TestIdentifier test) {
        line.accept(nameOf(test) + " has @EnsureGsis and is run by the engine " + engine(test)
                + ", which calls no extension of JUnit Jupiter: no table is made for it, and its fields stay null. Make it a test"
                + " of JUnit Jupiter (org.junit.jupiter.api.Test), or start an EmbeddedServer in it.");
    }

    private static boolean isAnnotatedClass(TestIdentifier test) {
        try {
            return test.getSource()
                    .filter(ClassSource.class::isInstance)
                    .map(source -> ((ClassSource) source).getJavaClass())
                    .filter(type -> !AnnotationSupport.findRepeatableAnnotations(type, EnsureGsis.class)
                            .isEmpty())
                    .isPresent();
        } catch (JUnitException | LinkageError notLoaded) {
            return false;
        }
    }

    private static String nameOf(TestIdentifier test) {
        return test.getSource()
                .map(source -> ((ClassSource) source).getClassName())
                .orElseThrow();
    }

    /** The innermost: an engine may have others run what it found. */
    private static String engine(TestIdentifier test) {
        return test.getUniqueIdObject().getSegments().stream()
                .filter(segment -> segment.getType().equals(ENGINE))
                .reduce((outer, inner) -> inner)
                .map(UniqueId.Segment::getValue)
                .orElse("");
    }
}
