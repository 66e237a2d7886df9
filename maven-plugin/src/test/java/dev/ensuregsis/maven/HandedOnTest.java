package dev.ensuregsis.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A mojo hands on every parameter that the descriptor gives it, under its property's name. */
class HandedOnTest {
    private static final Pattern MOJO =
            Pattern.compile("(?s)<implementation>(dev\\.ensuregsis\\.maven\\.\\w+)</implementation>.*?<configuration>"
                    + "(.*?)</configuration>");
    private static final Pattern PARAMETER = Pattern.compile("<(\\w+) [^>]*>\\$\\{(gsi\\.\\w+)}</");

    record Declared(String mojo, String configuration) {
        @Override
        public String toString() {
            return mojo;
        }
    }

    static Stream<Declared> mojos() throws IOException {
        return MOJO
                .matcher(Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml")))
                .results()
                .map(found -> new Declared(found.group(1), found.group(2)))
                .toList()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("mojos")
    void underItsPropertysName(Declared declared) throws ReflectiveOperationException {
        var type = Class.forName(declared.mojo());
        var mojo = (GsiMojo) type.getConstructors()[0].newInstance(null, null);
        var texts = new HashMap<String, String>();
        for (var found : PARAMETER.matcher(declared.configuration()).results().toList()) {
            var field = field(type, found.group(1));
            field.set(mojo, "given for " + found.group(1));
            texts.put(found.group(2), "given for " + found.group(1));
        }
        var given = new GivenOptions();

        mojo.handOn(given);

        assertThat(texts).isNotEmpty();
        assertThat(given.byProperty()).isEqualTo(texts);
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        try {
            return type.getDeclaredField(name);
        } catch (NoSuchFieldException above) {
            var parent = type.getSuperclass();
            if (parent == null) {
                throw above;
            }
            return field(parent, name);
        }
    }
}
