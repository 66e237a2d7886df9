package dev.ensuregsis.junit.internal;

import dev.ensuregsis.junit.EnsureGsis;
import dev.ensuregsis.junit.Gsi;
import dev.ensuregsis.junit.Table;
import dev.ensuregsis.junit.internal.Declaration.BeanTable;
import dev.ensuregsis.junit.internal.Declaration.InlineIndex;
import dev.ensuregsis.junit.internal.Declaration.InlineTable;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds what annotations declare: inherited, composed and repeated ones too. */
final class Annotations {

    private Annotations() {}

    /** What stands on a class or a method, a superclass's first. */
    static List<Declaration> on(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, EnsureGsis.class).stream()
                .map(annotation -> declaration(nameOf(element), annotation))
                .toList();
    }

    /** What stands on a class, each of its superclasses apart, the topmost first. */
    static Stream<List<Declaration>> levels(Class<?> type) {
        var all = on(type);
        var superclass = type.getSuperclass();
        if (superclass == null) {
            return Stream.of(all);
        }
        var inherited = on(superclass).size();
        return Stream.concat(levels(superclass), Stream.of(all.subList(inherited, all.size())));
    }

    private static String nameOf(AnnotatedElement element) {
        return element instanceof Method method
                ? method.getDeclaringClass().getName() + "." + method.getName()
                : ((Class<?>) element).getName();
    }

    private static Declaration declaration(String element, EnsureGsis annotation) {
        return new Declaration(
                "@EnsureGsis on " + element,
                Stream.of(annotation.value(), annotation.definitions())
                        .flatMap(Arrays::stream)
                        .toList(),
                Stream.concat(
                                Arrays.stream(annotation.beans()).map(bean -> new BeanTable(tableNameOf(bean), bean)),
                                Arrays.stream(annotation.tables())
                                        .filter(table -> table.bean() != void.class)
                                        .map(table -> new BeanTable(table.name(), table.bean())))
                        .toList(),
                Arrays.stream(annotation.tables())
                        .filter(Annotations::hasOwnKey)
                        .map(table -> new InlineTable(table.name(), table.partitionKey(), orNull(table.sortKey())))
                        .toList(),
                Arrays.stream(annotation.gsis()).map(Annotations::index).toList(),
                List.of(),
                annotation.server(),
                orNull(annotation.endpoint()),
                annotation.isolation(),
                orNull(annotation.stateDir()),
                new DeclaredOptions(List.of(annotation.strict()), orNull(annotation.indexLag())),
                annotation.publishEndpoint());
    }

    /** A table with neither key nor bean is kept, so that the missing key is told with all other faults. */
    private static boolean hasOwnKey(Table table) {
        return table.bean() == void.class
                || !table.partitionKey().isEmpty()
                || !table.sortKey().isEmpty();
    }

    private static InlineIndex index(Gsi gsi) {
        return new InlineIndex(
                gsi.table(),
                gsi.name(),
                List.of(gsi.partitionKey()),
                List.of(gsi.sortKey()),
                gsi.projection(),
                List.of(gsi.nonKeyAttributes()));
    }

    /** The name that Spring Cloud AWS gives a class's table. */
    static String tableNameOf(Class<?> bean) {
        return bean.getSimpleName().replaceAll("(.)(\\p{Lu})", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
