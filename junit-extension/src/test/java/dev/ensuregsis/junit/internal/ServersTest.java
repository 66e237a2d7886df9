package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

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
        assertThatThrownBy(() -> Servers.HERE.start(external("http://192.0.2.1:8000")))
                .asInstanceOf(type(LocalServerException.class))
                .extracting(ServerFailure::told)
                .asString()
                .startsWith("Refused to connect to http://192.0.2.1:8000")
                .contains("192.0.2.1 is not this machine", "gsi.allowedHosts=192.0.2.1");
    }

    @Test
    void anAccountIsRefusedAndNotTaughtHowToBeAllowed() {
        assertThatThrownBy(() -> Servers.HERE.start(external("https://dynamodb.us-east-1.amazonaws.com")))
                .asInstanceOf(type(LocalServerException.class))
                .extracting(ServerFailure::told)
                .asString()
                .contains("That is AWS itself", "leave the endpoint out")
                .doesNotContain("allowedHosts");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8000           , true",
        "http://[::ffff:127.0.0.1]:8000  , true",
        "http://dynamodb:8000            , true",
        "http://DynamoDB                 , true",
        "https://10.1.2.3                , true",
        "http://10.1.2.4                 , false",
        "http://127.evil.example         , false",
        "http://x.dynamodb:8000          , false"
    })
    void thisMachineAndTheHostsThatAreNamedAreAllowed(URI endpoint, boolean allowed) {
        assertThat(external("http://10.1.2.3", "DynamoDb", "10.1.2.3").allows(endpoint))
                .isEqualTo(allowed);
    }

    private static ServerChoice external(String endpoint, String... allowedHosts) {
        return new ServerChoice(
                Server.EXTERNAL,
                URI.create(endpoint),
                null,
                null,
                List.of(allowedHosts),
                null,
                DatabaseOptions.DEFAULT,
                false);
    }

    private static ServerChoice choice(Server kind, boolean containerRequired) {
        return new ServerChoice(kind, null, null, null, List.of(), null, DatabaseOptions.DEFAULT, containerRequired);
    }
}
