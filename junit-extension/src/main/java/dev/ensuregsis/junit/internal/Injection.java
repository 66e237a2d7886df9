package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.EnsureGsisException;
import dev.ensuregsis.junit.Isolation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Hands clients and endpoints to parameters and fields. Whatever has an annotation is left to whom the annotation belongs
 * to: mocks and other extensions keep theirs.
 */
public final class Injection {
    private final Scopes scopes;

    /** Injects from these scopes. */
    public Injection(Scopes scopes) {
        this.scopes = scopes;
    }

    /** Whether a parameter is ours. */
    public boolean supports(Parameter parameter) {
        return parameter.getAnnotations().length == 0
                && Injectable.of(parameter.getType()).isPresent();
    }

    /** What a parameter is given. */
    public Object resolve(Parameter parameter, ExtensionContext context) {
        var executable = parameter.getDeclaringExecutable();
        if (executable instanceof Constructor || context.getTestMethod().isEmpty()) {
            refuseForMethods(
                    context,
                    (executable instanceof Constructor ? "the constructor of " : "the lifecycle method ")
                            + nameOf(executable));
        }
        return value(parameter.getType(), context);
    }

    /** Fills the static fields of a class, until its database is thrown away. */
    public void fillStaticFields(ExtensionContext context) {
        var filled = TestRun.of(context).filledFields();
        for (var field : fields(context.getRequiredTestClass(), true)) {
            if (filled.containsKey(field) || isNull(field, null)) {
                refuseForMethods(context, "the static field " + nameOf(field));
                var database = scopes.of(context).database();
                var holds = filled.putIfAbsent(field, database);
                if (holds == null) {
                    fill(field, null, context);
                    database.whenClosed(() -> empty(field, filled));
                } else if (holds != database) {
                    throw new EnsureGsisException(
                            "The static field " + nameOf(field) + " holds the client of another class that runs at the"
                                    + " same time, and has a database of its own. Make it a field of the instance, or"
                                    + " take the client as a parameter.",
                            null);
                }
            }
        }
    }

    private static void empty(Field field, Map<Field, EnsuredDatabase> filled) {
        set(field, null, null);
        filled.remove(field);
    }

    /** Fills the fields of an instance. */
    public void fillFields(Object instance, ExtensionContext context) {
        fields(instance.getClass(), false).stream()
                .filter(field -> isNull(field, instance))
                .forEach(field -> {
                    if (context.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS))) {
                        refuseForMethods(
                                context, "the field " + nameOf(field) + " of an instance that all methods share");
                    }
                    fill(field, instance, context);
                });
    }

    private static List<Field> fields(Class<?> type, boolean ofClass) {
        return fields(type).stream()
                .filter(field -> Modifier.isStatic(field.getModifiers()) == ofClass)
                .toList();
    }

    /** The fields of a class that are ours to fill. */
    static List<Field> fields(Class<?> type) {
        return ReflectionSupport.findFields(
                type,
                field -> !Modifier.isFinal(field.getModifiers())
                        && field.getAnnotations().length == 0
                        && Injectable.of(field.getType()).isPresent(),
                HierarchyTraversalMode.TOP_DOWN);
    }

    private static boolean isNull(Field field, @Nullable Object instance) {
        return ReflectionSupport.tryToReadFieldValue(field, instance)
                .toOptional()
                .isEmpty();
    }

    private void fill(Field field, @Nullable Object instance, ExtensionContext context) {
        set(field, instance, value(field.getType(), context));
    }

    private static void set(Field field, @Nullable Object instance, @Nullable Object value) {
        try {
            field.setAccessible(true);
            field.set(instance, value);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new EnsureGsisException(
                    "@EnsureGsis can't fill the field " + nameOf(field) + ": open its package to reflection", e);
        }
    }

    private Object value(Class<?> type, ExtensionContext context) {
        return scopes.of(context).database().get(Injectable.of(type).orElseThrow());
    }

    private void refuseForMethods(ExtensionContext context, String where) {
        if (scopes.ofClass(context).isolation() == Isolation.METHOD) {
            throw new EnsureGsisException(
                    "With isolation METHOD each test method has a database of its own, and " + where
                            + " asks for one that all would share. Take it as a parameter of the test method, of"
                            + " @BeforeEach or of @AfterEach, or as a field of an instance per method; or use isolation"
                            + " CLASS.",
                    null);
        }
    }

    private static String nameOf(Field field) {
        return field.getDeclaringClass().getName() + "." + field.getName();
    }

    private static String nameOf(Executable executable) {
        return executable instanceof Constructor
                ? executable.getName()
                : executable.getDeclaringClass().getName() + "." + executable.getName();
    }
}
