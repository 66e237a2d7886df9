package dev.ensuregsis.engine.definition.bean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.DefinitionException;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProjectBeansTest {

    @Test
    void classesOfTheProjectAreReadByTheProjectsOwnEnhancedClient() throws MalformedURLException {
        assertThat(ProjectBeans.read(classpath(""), Map.of(Booking.class.getName(), "bookings")))
                .containsExactly(BeanTables.read(Booking.class, "bookings"));
    }

    @Test
    void aClassThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> ProjectBeans.read(classpath(""), Map.of("com.acme.Absent", "absent")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith("com.acme.Absent: isn't on the project's class path");
    }

    @Test
    void aProjectWithoutTheEnhancedClientIsToldSo() {
        assertThatThrownBy(() ->
                        ProjectBeans.read(classpath("dynamodb-enhanced"), Map.of(Booking.class.getName(), "bookings")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("software.amazon.awssdk:dynamodb-enhanced");
    }

    private static List<URL> classpath(String without) throws MalformedURLException {
        var urls = new ArrayList<URL>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (without.isEmpty() || !entry.contains(without)) {
                urls.add(new File(entry).toURI().toURL());
            }
        }
        return urls;
    }
}
