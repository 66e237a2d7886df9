package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ensuregsis.junit.Isolation;
import dev.ensuregsis.junit.Server;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    @ParameterizedTest(name = "outer {0}, inner {1}, build {2}: {3}")
    @CsvSource({
        "INFERRED, INFERRED,        , SHARED",
        "INFERRED, INFERRED, CLASS  , CLASS",
        "METHOD  , INFERRED, CLASS  , METHOD",
        "METHOD  , CLASS   , SHARED , CLASS",
        "INFERRED, SHARED  , METHOD , SHARED"
    })
    void theNearestIsolationWins(Isolation outer, Isolation inner, @Nullable String build, Isolation wins) {
        var configuration = Configuration.of(
                List.of(
                        List.of(declaration(Server.AUTO, null, outer, null)),
                        List.of(declaration(Server.AUTO, null, inner, null))),
                defaults(build == null ? Map.of() : Map.of("gsi.isolation", build)),
                false);
        assertThat(configuration.isolation()).isEqualTo(wins);
    }

    @ParameterizedTest(name = "declared {0} at {1}, build {2} at {3}: {4} at {5}")
    @CsvSource({
        "AUTO    ,               ,          ,               , AUTO     ,",
        "AUTO    ,               , CONTAINER,               , CONTAINER,",
        "AUTO    ,               ,          , http://build:1, EXTERNAL , http://build:1",
        "AUTO    ,               , EXTERNAL , http://build:1, EXTERNAL , http://build:1",
        "AUTO    , http://test:1 ,          ,               , EXTERNAL , http://test:1",
        "AUTO    , http://test:1 , EMBEDDED ,               , EXTERNAL , http://test:1",
        "AUTO    , http://test:1 ,          , http://build:1, EXTERNAL , http://test:1",
        "EMBEDDED,               , EXTERNAL , http://build:1, EMBEDDED ,",
        "EXTERNAL,               , EMBEDDED , http://build:1, EXTERNAL , http://build:1"
    })
    void theServerIsWhatTheAnnotationSaysThenTheBuild(
            Server declared,
            @Nullable String endpoint,
            @Nullable String build,
            @Nullable String buildEndpoint,
            Server kind,
            @Nullable URI at) {
        var parameters = new java.util.HashMap<String, String>();
        Optional.ofNullable(build).ifPresent(value -> parameters.put("gsi.server", value));
        Optional.ofNullable(buildEndpoint).ifPresent(value -> parameters.put("gsi.endpoint", value));
        var server = Configuration.of(
                        List.of(List.of(declaration(declared, endpoint, Isolation.INFERRED, null))),
                        defaults(parameters),
                        false)
                .server();
        assertThat(server.kind()).isEqualTo(kind);
        assertThat(server.endpoint()).isEqualTo(at);
    }

    @ParameterizedTest
    @CsvSource({
        "EXTERNAL,              , needs an endpoint",
        "EMBEDDED, http://test:1, takes no endpoint",
        "AUTO    , localhost8000, is no URL with a host",
        "AUTO    , ftp://h:1    , is no URL with a host",
        "AUTO    , 'http://a b' , is no URL with a host"
    })
    void aServerThatContradictsItselfIsRefused(Server server, @Nullable String endpoint, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.of(
                        List.of(List.of(declaration(server, endpoint, Isolation.INFERRED, null))),
                        defaults(Map.of()),
                        false))
                .withMessageContaining(message);
    }

    @Test
    void aStateFileIsForServersThatOutliveTheRun() {
        var external = declaration(Server.EXTERNAL, "http://localhost:8000", Isolation.INFERRED, "state");
        assertThat(Configuration.of(List.of(List.of(external)), defaults(Map.of()), false)
                        .stateDir())
                .hasToString("state");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Configuration.of(
                        List.of(List.of(declaration(Server.EMBEDDED, null, Isolation.INFERRED, "state"))),
                        defaults(Map.of()),
                        false))
                .withMessageContaining("EMBEDDED");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Configuration.of(List.of(List.of(external)), defaults(Map.of("gsi.isolation", "CLASS")), false))
                .withMessageContaining("CLASS");
    }

    @Test
    void aMethodKeepsNoState() {
        var external = declaration(Server.EXTERNAL, "http://localhost:8000", Isolation.INFERRED, "state");
        var ofMethod = Configuration.of(List.of(List.of(external)), defaults(Map.of()), false)
                .forMethod();
        assertThat(ofMethod.isolation()).isEqualTo(Isolation.METHOD);
        assertThat(ofMethod.stateDir()).isNull();
    }

    private static Declaration declaration(
            Server server, @Nullable String endpoint, Isolation isolation, @Nullable String stateDir) {
        return new Declaration(
                "test",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                server,
                endpoint,
                isolation,
                stateDir,
                new DeclaredOptions(List.of(), null),
                false);
    }

    private static BuildDefaults defaults(Map<String, String> parameters) {
        return BuildDefaults.from(name -> Optional.ofNullable(parameters.get(name)));
    }
}
