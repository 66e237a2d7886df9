package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.EnsureGsisException;
import dev.ensuregsis.junit.EnsureGsisExtension;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** Looks at the fields that register the extension: JUnit calls one of an instance too late to ensure anything. */
final class ExtensionFields {

    private ExtensionFields() {}

    static void refuseInstanceFields(Class<?> testClass) {
        for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
            AnnotationSupport.findAnnotatedFields(
                            type,
                            RegisterExtension.class,
                            field -> field.getType() == EnsureGsisExtension.class
                                    && !Modifier.isStatic(field.getModifiers()),
                            HierarchyTraversalMode.TOP_DOWN)
                    .stream()
                    .findFirst()
                    .ifPresent(field -> {
                        throw new EnsureGsisException(
                                "The field " + field.getDeclaringClass().getName() + "." + field.getName()
                                        + " must be static: tables are ensured once, before the first test instance is"
                                        + " made",
                                null);
                    });
        }
    }
}
