package dev.ensuregsis.maven.internal.option;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionReaderTest {
    private final OptionReader options = new OptionReader();

    @ParameterizedTest
    @CsvSource({
        "90m, PT1H30M",
        "90min, PT1H30M",
        "30s, PT30S",
        "30 s, PT30S",
        "2H, PT2H",
        "3d, PT72H",
        "250ms, PT0.25S",
        "PT5M, PT5M",
        "P1D, PT24H"
    })
    void durationsAsPeopleWriteThem(String text, Duration expected) {
        assertThat(options.duration("gsi.timeout", text)).isEqualTo(expected);
        assertThat(options.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "soon", "0s", "-5m", "PT-5M", "1.5h"})
    void otherDurationsAreRefusedByName(String text) {
        assertThat(options.duration("gsi.timeout", text)).isNull();
        assertThat(options.faults())
                .containsExactly("gsi.timeout is \"" + text
                        + "\", but has to be a time span like 30s, 90m, 2h or PT1H30M, longer than nothing");
    }

    @Test
    void whatIsNotGivenIsNoFault() {
        assertThat(options.duration("gsi.timeout", null)).isNull();
        assertThat(options.account("gsi.account", " ")).isNull();
        assertThat(options.endpoint("gsi.endpoint", null)).isNull();
        assertThat(options.list(null)).isEmpty();
        assertThat(options.pairs("gsi.parameters", "", "name=value")).isEmpty();
        assertThat(options.faults()).isEmpty();
    }

    @Test
    void allFaultsAreKept() {
        options.flag("gsi.wait", "yes");
        options.count("gsi.maxAttempts", "0");
        options.account("gsi.account", "12345");
        options.endpoint("gsi.endpoint", "localhost:8000");
        options.pairs("gsi.parameters", "Stage", "name=value");

        assertThat(options.faults())
                .containsExactly(
                        "gsi.wait is \"yes\", but has to be true or false",
                        "gsi.maxAttempts is \"0\", but has to be a whole number from 1",
                        "gsi.account is \"12345\", but has to be the 12 digits of an AWS account",
                        "gsi.endpoint is \"localhost:8000\", but has to be a URL like http://localhost:8000, or"
                                + " embedded",
                        "gsi.parameters is \"Stage\", but has to be name=value, several of them separated by commas");
    }

    @Test
    void valuesAreTrimmed() {
        assertThat(options.flag("gsi.wait", " TRUE ")).isTrue();
        assertThat(options.count("gsi.maxAttempts", " 3 ")).isEqualTo(3);
        assertThat(options.list(" a, ,b ")).containsExactly("a", "b");
        assertThat(options.pairs("gsi.parameters", "Stage = prod, Empty=", "name=value"))
                .isEqualTo(Map.of("Stage", "prod", "Empty", ""));
        assertThat(options.endpoint("gsi.endpoint", " http://localhost:8000 "))
                .isEqualTo(URI.create("http://localhost:8000"));
        assertThat(options.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host", "http://", "http://key:secret@host", "not a url", "embeded"})
    void otherEndpointsAreRefused(String text) {
        assertThat(options.endpoint("gsi.endpoint", text)).isNull();
        assertThat(options.faults()).hasSize(1);
    }

    @Test
    void aNameGivenTwiceIsRefused() {
        options.pairs("gsi.parameters", "Stage=a,Stage=b", "name=value");

        assertThat(options.faults()).containsExactly("gsi.parameters is \"Stage=b\", but has to be each name once");
    }
}
