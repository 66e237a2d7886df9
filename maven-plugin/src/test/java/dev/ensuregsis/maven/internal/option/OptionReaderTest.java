package dev.ensuregsis.maven.internal.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionReaderTest {

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
        "P1D, PT24H",
        "9999999999999999 ms, PT2777777777H46M39.999S",
        "3000000000d, PT72000000000H",
        "P3000000000D, PT72000000000H"
    })
    void durationsAsPeopleWriteThemHoweverLong(String text, Duration expected) {
        var options = given("gsi.timeout", text);

        assertThat(options.duration("gsi.timeout")).isEqualTo(expected);
        assertThat(options.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775807d", "99999999999999999999999999s"})
    void longerThanAnyDurationIsForEver(String text) {
        var options = given("gsi.timeout", text);

        assertThat(options.duration("gsi.timeout")).isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(options.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"90", "soon", "0s", "-5m", "PT-5M", "PT0S", "1.5h", "P99999999999999999999D"})
    void otherDurationsAreRefusedByName(String text) {
        var options = given("gsi.timeout", text);

        assertThat(options.duration("gsi.timeout")).isNull();
        assertThat(options.faults())
                .containsExactly("gsi.timeout is \"" + text
                        + "\", but has to be a time span like 30s, 90m, 2h or PT1H30M, longer than nothing");
    }

    @Test
    void whatIsNotGivenIsNoFault() throws RefusedException {
        var options = new OptionReader(Map.of("gsi.tableNamePrefix", ""));

        assertThat(options.text("gsi.region")).isNull();
        assertThat(options.textOrNone("gsi.tableNamePrefix")).isEmpty();
        assertThat(options.textOrNone("gsi.tableNameSuffix")).isEmpty();
        assertThat(options.flag("gsi.wait", true)).isTrue();
        assertThat(options.count("gsi.maxAttempts")).isNull();
        assertThat(options.duration("gsi.timeout")).isNull();
        assertThat(options.account("gsi.account")).isNull();
        assertThat(Endpoint.read("gsi.endpoint", options)).isEqualTo(new Endpoint.OfRegion());
        assertThat(options.list("gsi.tables")).isEmpty();
        assertThat(NamedValues.read("gsi.parameters", "name=value", true, options))
                .isEmpty();
        assertThat(options.faults()).isEmpty();
        options.refuseFaults();
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var options = new OptionReader(Map.of(
                "gsi.wait", "yes",
                "gsi.force", "",
                "gsi.maxAttempts", "0",
                "gsi.account", "12345",
                "gsi.endpoint", "localhost:8000",
                "gsi.parameters", "Stage"));
        options.flag("gsi.wait", true);
        options.flag("gsi.force", false);
        options.count("gsi.maxAttempts");
        options.account("gsi.account");
        Endpoint.read("gsi.endpoint", options);
        NamedValues.read("gsi.parameters", "name=value", true, options);

        assertThat(options.faults())
                .containsExactly(
                        "gsi.wait is \"yes\", but has to be true or false",
                        "gsi.force is empty: give it a value, or leave it out (is a variable not set?)",
                        "gsi.maxAttempts is \"0\", but has to be a whole number from 1",
                        "gsi.account is \"12345\", but has to be the 12 digits of an AWS account",
                        "gsi.endpoint is \"localhost:8000\", but has to be a URL like http://localhost:8000, or"
                                + " embedded",
                        "gsi.parameters is \"Stage\", but has to be name=value, several of them separated by commas");
        assertThatThrownBy(options::refuseFaults)
                .isInstanceOf(RefusedException.class)
                .hasMessageContainingAll("gsi.wait", "gsi.account", "gsi.parameters");
    }

    @Test
    void valuesAreTrimmed() {
        var options = new OptionReader(Map.of(
                "gsi.wait", " TRUE ",
                "gsi.maxAttempts", " 3 ",
                "gsi.tables", " a ,b ",
                "gsi.parameters", "Stage = prod, Empty=",
                "gsi.region", " eu-central-1 "));

        assertThat(options.flag("gsi.wait", false)).isTrue();
        assertThat(options.count("gsi.maxAttempts")).isEqualTo(3);
        assertThat(options.list("gsi.tables")).containsExactly("a", "b");
        assertThat(NamedValues.read("gsi.parameters", "name=value", true, options))
                .isEqualTo(Map.of("Stage", "prod", "Empty", ""));
        assertThat(options.text("gsi.region")).isEqualTo("eu-central-1");
        assertThat(options.faults()).isEmpty();
    }

    @Test
    void anEndpointIsAUrlOrTheEmbeddedOne() {
        assertThat(Endpoint.read("gsi.endpoint", given("gsi.endpoint", " http://localhost:8000 ")))
                .isEqualTo(new Endpoint.At(URI.create("http://localhost:8000")));
        assertThat(Endpoint.read("gsi.endpoint", given("gsi.endpoint", "embedded")))
                .isEqualTo(new Endpoint.Embedded(new EmbeddedOptions(null, null, "DEFAULT", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://host", "http://", "http://key:secret@host", "not a url", "embeded"})
    void otherEndpointsAreRefused(String text) {
        var options = given("gsi.endpoint", text);

        Endpoint.read("gsi.endpoint", options);

        assertThat(options.faults()).hasSize(1);
    }

    @Test
    void aNameGivenTwiceIsRefused() {
        var options = given("gsi.parameters", "Stage=a,Stage=b");

        NamedValues.read("gsi.parameters", "name=value", true, options);

        assertThat(options.faults()).containsExactly("gsi.parameters is \"Stage=b\", but has to be each name once");
    }

    @Test
    void whatAnUnsetVariableLeavesIsRefusedByName() {
        var options = new OptionReader(Map.of(
                "gsi.account", " ",
                "gsi.region", "",
                "gsi.profile", "${env.PROFILE}",
                "gsi.timeout", "",
                "gsi.endpoint", "",
                "gsi.tables", "bookings,,flights",
                "gsi.indexes", "",
                "gsi.tableNames", "Bookings="));
        options.account("gsi.account");
        options.region("gsi.region");
        options.text("gsi.profile");
        options.duration("gsi.timeout");
        Endpoint.read("gsi.endpoint", options);
        options.list("gsi.tables");
        options.list("gsi.indexes");
        NamedValues.read("gsi.tableNames", "id=name", false, options);

        assertThat(options.faults())
                .hasSize(8)
                .contains(
                        "gsi.account is empty: give it a value, or leave it out (is a variable not set?)",
                        "gsi.profile is \"${env.PROFILE}\", but has to be a value: nothing sets the variable",
                        "gsi.tables is \"bookings,,flights\", but has to be values with commas between them, none of them"
                                + " empty");
    }

    @Test
    void aRegionIsOneWord() {
        var options = given("gsi.region", "eu central");

        assertThat(options.region("gsi.region")).isNull();
        assertThat(options.faults())
                .containsExactly("gsi.region is \"eu central\", but has to be the name of a region like eu-central-1");
        assertThat(given("gsi.region", "us-gov-west-1").region("gsi.region")).isEqualTo("us-gov-west-1");
    }

    private static OptionReader given(String property, String text) {
        return new OptionReader(Map.of(property, text));
    }
}
