package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.junit.EnsureGsisException;
import dev.ensuregsis.junit.Server;
import dev.ensuregsis.local.DatabaseOptions;
import dev.ensuregsis.local.LocalServerException;
import dev.ensuregsis.local.ServerDetector;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServersTest {
    private static final ServerDetector THERE = Optional::empty;
    private static final ServerDetector NO_LIBRARY = () -> Optional.of("add the dependency g:a");
    private static final ServerDetector NO_ENGINE = () -> Optional.of("no engine answers");

    @ParameterizedTest
    @CsvSource({
        "AUTO, true , true , EMBEDDED",
        "AUTO, true , false, EMBEDDED",
        "AUTO, false, true , CONTAINER",
        "CONTAINER, true, true, CONTAINER"
    })
    void autoIsEmbeddedBeforeContainer(Server asked, boolean embedded, boolean container, Server decided) {
        var servers = new Servers(embedded ? THERE : NO_LIBRARY, THERE, container ? THERE : NO_ENGINE);
        assertThat(servers.decide(choice(asked, false)).kind()).isEqualTo(decided);
    }

    @Test
    void autoSaysWhatToAddWhereThereIsNothing() {
        assertThatThrownBy(() -> new Servers(NO_LIBRARY, THERE, NO_ENGINE).decide(choice(Server.AUTO, false)))
                .isInstanceOf(EnsureGsisException.class)
                .hasMessageContainingAll("add the dependency g:a", "no engine answers", "gsi.endpoint");
    }

    @Test
    void embeddedWithoutItsLibraryFails() {
        assertThatThrownBy(() -> new Servers(NO_LIBRARY, THERE, THERE).start(choice(Server.EMBEDDED, false)))
                .isInstanceOf(EnsureGsisException.class)
                .hasMessage("add the dependency g:a");
    }

    @Test
    void aContainerWithoutEngineSkipsTheTestsUnlessItIsRequired() {
        var servers = new Servers(THERE, THERE, NO_ENGINE);
        assertThatThrownBy(() -> servers.start(choice(Server.CONTAINER, false)))
                .satisfies(skipped ->
                        assertThat(skipped.getClass().getName()).isEqualTo("org.opentest4j.TestAbortedException"))
                .hasMessageContainingAll("no engine answers", "gsi.containerRequired=true");
        assertThatThrownBy(() -> servers.start(choice(Server.CONTAINER, true)))
                .isInstanceOf(EnsureGsisException.class)
                .hasMessage("no engine answers");
    }

    @Test
    void aContainerWithoutItsLibraryFails() {
        assertThatThrownBy(() -> new Servers(THERE, NO_LIBRARY, NO_LIBRARY).start(choice(Server.CONTAINER, false)))
                .isInstanceOf(EnsureGsisException.class)
                .hasMessage("add the dependency g:a");
    }

    @Test
    void anEndpointElsewhereIsRefused() {
        var elsewhere = new ServerChoice(
                Server.EXTERNAL,
                URI.create("http://192.0.2.1:8000"),
                null,
                null,
                List.of(),
                null,
                DatabaseOptions.DEFAULT,
                false);
        assertThatThrownBy(() -> Servers.HERE.start(elsewhere))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContainingAll("192.0.2.1", "gsi.allowedHosts");
    }

    private static ServerChoice choice(Server kind, boolean containerRequired) {
        return new ServerChoice(kind, null, null, null, List.of(), null, DatabaseOptions.DEFAULT, containerRequired);
    }
}
