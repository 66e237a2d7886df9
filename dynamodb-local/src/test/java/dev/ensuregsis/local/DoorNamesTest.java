package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DoorNamesTest {
    @Test
    void noDoorIsNamed() throws Exception {
        assertThat(DoorNames.in(EmbeddedServer.class)).isEmpty();
    }

    /** This class has them. */
    @Test
    void theyWouldBeFound() throws Exception {
        var here = DoorNamesTest.class.getName().replace('.', '/') + ".class: ";
        var port = 8000;

        assertThat("set gsi.embeddedPort to " + port).isNotEmpty();
        assertThat("run mvn gsi:create or write @EnsureGsis").isNotEmpty();

        assertThat(DoorNames.in(DoorNamesTest.class))
                .extracting(found -> found.replace('\\', '/'))
                .contains(here + "gsi.embeddedPort", here + "gsi:create", here + "EnsureGsis");
    }
}
