package dev.ensuregsis.maven.internal.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedCommandTest {

    @Test
    void theCommandsRepeatWhatWasTyped() {
        var typed = new TypedCommand(
                "create",
                List.of("gsi:create"),
                List.of("-Pprod"),
                Map.of("gsi.tables", "book*", "gsi.region", "eu-central-1", "unrelated", "x"));

        assertThat(typed.again()).isEqualTo("mvn -Pprod gsi:create -Dgsi.region=eu-central-1 '-Dgsi.tables=book*'");
        assertThat(typed.retryFailed())
                .isEqualTo(
                        "mvn -Pprod gsi:create -Dgsi.region=eu-central-1 -Dgsi.retryFailed=true '-Dgsi.tables=book*'");
        assertThat(typed.afterCompile())
                .isEqualTo("mvn -Pprod compile gsi:create -Dgsi.region=eu-central-1 '-Dgsi.tables=book*'");
    }

    @Test
    void aProfileThatWasSwitchedOffIsQuotedForTheShell() {
        var typed = new TypedCommand("create", List.of("gsi:create"), List.of("-Pprod,!dev"), Map.of());

        assertThat(typed.again()).isEqualTo("mvn '-Pprod,!dev' gsi:create");
    }

    @Test
    void aRetryIsNotAskedForTwice() {
        var typed = new TypedCommand("create", List.of("verify"), List.of(), Map.of("gsi.retryFailed", "true"));

        assertThat(typed.retryFailed()).isEqualTo("mvn verify -Dgsi.retryFailed=true");
    }

    @Test
    void quotesAreThoseOfAShell() {
        var typed = new TypedCommand("create", List.of("gsi:create"), List.of(), Map.of("gsi.scriptName", "it's"));

        assertThat(typed.again()).isEqualTo("mvn gsi:create '-Dgsi.scriptName=it'\\''s'");
    }

    @ParameterizedTest
    @CsvSource({
        "gsi:plan, gsi:create",
        "gsi:plan@nightly, gsi:create",
        "dev.ensuregsis:gsi-maven-plugin:1.0:plan, dev.ensuregsis:gsi-maven-plugin:1.0:create",
        "verify, verify"
    })
    void anotherGoalTakesThePlaceOfThisOne(String word, String instead) {
        assertThat(new TypedCommand("plan", List.of(word), List.of(), Map.of()).instead("create"))
                .isEqualTo("mvn " + instead);
    }

    @ParameterizedTest
    @CsvSource({
        "gsi:plan, true",
        "plan, true",
        "dev.ensuregsis:gsi-maven-plugin:1.0:plan@nightly, true",
        "gsi:explan, false",
        "gsi:planned, false",
        "verify, false"
    })
    void aGoalIsNamedInAnyOfMavensForms(String word, boolean named) {
        assertThat(TypedCommand.names(word, "plan")).isEqualTo(named);
    }
}
