package dev.ensuregsis.engine.definition.bean;

import dev.ensuregsis.engine.definition.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The names of the classes that a project compiled itself: those in the folders of its class path. */
record ProjectClasses(List<Path> classpath) {
    private static final String ENDING = ".class";

    /** How the name of a class may be meant, since a nested one has a dollar where its source has a dot. */
    static Stream<String> spellings(String className) {
        return Stream.iterate(className, name -> !name.isEmpty(), ProjectClasses::withOneMoreDollar);
    }

    private static String withOneMoreDollar(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(0, dot) + "$" + name.substring(dot + 1);
    }

    /** Where the class of this name lies on a class path. */
    static String file(String className) {
        return className.replace('.', '/') + ENDING;
    }

    /** Words to add to the message that a class isn't there. */
    String hint(String className) {
        var names = names();
        if (names.isEmpty()) {
            return ", where no class is compiled yet: compile it first";
        }
        return names.stream()
                .filter(name -> simple(name).equals(simple(className)))
                .findFirst()
                .or(() -> NearestName.of(className, names))
                .map(name -> ": did you mean " + name + "?")
                .orElse(": is its name complete, with its package?");
    }

    private static String simple(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }

    private List<String> names() {
        return classpath.stream()
                .filter(Files::isDirectory)
                .flatMap(ProjectClasses::namesIn)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> namesIn(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(ENDING))
                    .map(name ->
                            name.substring(0, name.length() - ENDING.length()).replace('/', '.'))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
