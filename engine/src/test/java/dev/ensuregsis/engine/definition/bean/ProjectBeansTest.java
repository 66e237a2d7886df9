package dev.ensuregsis.engine.definition.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.TableDefinition;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;

class ProjectBeansTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void classesOfTheProjectAreReadByTheProjectsOwnEnhancedClient() {
        assertThat(ProjectBeans.read(classpath(""), Map.of(Booking.class.getName(), "bookings")))
                .containsExactly(BeanTables.read(Booking.class, "bookings"));
    }

    @Test
    void aClassThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ProjectBeans.read(classpath(""), Map.of("com.acme.NowhereToBeFound", "absent")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith(
                        "com.acme.NowhereToBeFound: isn't on the project's class path: is its name complete");
    }

    @Test
    void anIncompleteOrMistypedNameIsAnsweredWithTheNearest() {
        for (var written :
                List.of("Booking", "com.acme.Booking", Booking.class.getName().replace("oo", "o"))) {
            assertThatThrownBy(() -> ProjectBeans.read(classpath(""), Map.of(written, "bookings")))
                    .hasMessageEndingWith("did you mean " + Booking.class.getName() + "?");
        }
    }

    @Test
    void nothingCompiledIsSaid() {
        assertThatThrownBy(() -> ProjectBeans.read(List.of(Path.of("target/none")), Map.of("com.acme.Booking", "b")))
                .hasMessage("com.acme.Booking: isn't on the project's class path, where no class is compiled yet:"
                        + " compile it first");
    }

    @Test
    void aNestedClassIsNamedAsItsSourceOrItsFileNamesIt() {
        for (var written :
                List.of(ProjectBeansTest.class.getName() + ".Leg", ProjectBeansTest.class.getName() + "$Leg")) {
            assertThat(ProjectBeans.read(classpath(""), Map.of(written, "legs")))
                    .extracting(TableDefinition::name)
                    .containsExactly("legs");
        }
    }

    @Test
    void aProjectWithoutTheEnhancedClientIsToldSo() {
        assertThatThrownBy(() ->
                        ProjectBeans.read(classpath("dynamodb-enhanced"), Map.of(Booking.class.getName(), "bookings")))
                .isInstanceOf(DefinitionException.class)
                .hasMessage(Booking.class.getName()
                        + ": can't be read without the Enhanced Client, which the project doesn't have: add"
                        + " software.amazon.awssdk:dynamodb-enhanced to its dependencies");
    }

    @DynamoDbBean
    public static class Leg {
        private String id = "";

        @DynamoDbPartitionKey
        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = id;
        }
    }

    @Test
    void aClassOfANewerJavaIsRefusedWithTheOneThatReadsIt() throws IOException {
        var file = Booking.class.getName().replace('.', '/') + ".class";
        byte[] bytes;
        try (var compiled = Booking.class.getClassLoader().getResourceAsStream(file)) {
            bytes = Objects.requireNonNull(compiled).readAllBytes();
        }
        bytes[7] = 99; // the class file's major version
        Files.createDirectories(folder.resolve(file).getParent());
        Files.write(folder.resolve(file), bytes);

        assertThatThrownBy(() -> ProjectBeans.read(
                        Stream.concat(Stream.of(folder), classpath("").stream()).toList(),
                        Map.of(Booking.class.getName(), "bookings")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("is compiled for a newer Java than the "
                        + Runtime.version().feature() + " that reads it here");
    }

    private static List<Path> classpath(String without) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> without.isEmpty() || !entry.contains(without))
                .map(Path::of)
                .toList();
    }
}
