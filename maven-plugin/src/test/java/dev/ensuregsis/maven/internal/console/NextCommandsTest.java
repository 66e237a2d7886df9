package dev.ensuregsis.maven.internal.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NextCommandsTest {

    @Test
    void theCommandsRepeatWhatWasTyped() {
        var commands = new NextCommands(
                List.of("gsi:create"),
                List.of("-Pprod"),
                Map.of("gsi.tables", "book*", "gsi.region", "eu-central-1", "unrelated", "x"));

        assertThat(commands.again()).isEqualTo("mvn -Pprod gsi:create -Dgsi.region=eu-central-1 '-Dgsi.tables=book*'");
        assertThat(commands.retryFailed())
                .isEqualTo(
                        "mvn -Pprod gsi:create -Dgsi.region=eu-central-1 -Dgsi.retryFailed=true '-Dgsi.tables=book*'");
    }

    @Test
    void aProfileThatWasSwitchedOffIsQuotedForTheShell() {
        var commands = new NextCommands(List.of("gsi:create"), List.of("-Pprod,!dev"), Map.of());

        assertThat(commands.again()).isEqualTo("mvn '-Pprod,!dev' gsi:create");
    }

    @Test
    void aRetryIsNotAskedForTwice() {
        var commands = new NextCommands(List.of("verify"), List.of(), Map.of("gsi.retryFailed", "true"));

        assertThat(commands.retryFailed()).isEqualTo("mvn verify -Dgsi.retryFailed=true");
    }

    @Test
    void quotesAreThoseOfAShell() {
        var commands = new NextCommands(List.of("gsi:create"), List.of(), Map.of("gsi.scriptName", "it's"));

        assertThat(commands.again()).isEqualTo("mvn gsi:create '-Dgsi.scriptName=it'\\''s'");
    }
}
