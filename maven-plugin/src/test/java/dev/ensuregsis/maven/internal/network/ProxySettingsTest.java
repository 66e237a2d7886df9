package dev.ensuregsis.maven.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.maven.internal.option.RefusedException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxySettingsTest {
    private static final URI DYNAMODB = URI.create("https://dynamodb.eu-central-1.amazonaws.com");
    private static final Map<String, String> VARIABLE = Map.of("HTTPS_PROXY", "http://variable:3128");

    @Test
    void theJvmsPropertiesComeFirstThenMavensSettingsThenTheEnvironment() {
        var ofMaven = List.of(ofMaven("https", null));
        var property = properties("https.proxyHost", "property", "https.proxyPort", "8080");

        assertThat(hostOf(new ProxySettings(property, ofMaven, VARIABLE), DYNAMODB))
                .isEqualTo("property:8080 (https.proxyHost)");
        assertThat(hostOf(new ProxySettings(new Properties(), ofMaven, VARIABLE), DYNAMODB))
                .isEqualTo("settings:3128 (<proxy>)");
        assertThat(hostOf(new ProxySettings(new Properties(), List.of(), VARIABLE), DYNAMODB))
                .isEqualTo("variable:3128 (HTTPS_PROXY)");
        assertThat(hostOf(new ProxySettings(new Properties(), List.of(), Map.of()), DYNAMODB))
                .isEqualTo("straight");
    }

    @Test
    void theOneThatDecidesHasItsOwnExceptions() {
        var excepted = List.of(ofMaven("http", "localhost|*.amazonaws.com"));

        assertThat(hostOf(new ProxySettings(new Properties(), excepted, VARIABLE), DYNAMODB))
                .isEqualTo("straight");
        assertThat(hostOf(
                        new ProxySettings(
                                properties("https.proxyHost", "property", "http.nonProxyHosts", "*.amazonaws.com"),
                                List.of(),
                                VARIABLE),
                        DYNAMODB))
                .isEqualTo("straight");
    }

    /** As Maven itself does. */
    @Test
    void whatHasNoProxyOfMavensForHttpsTakesTheOneForHttp() {
        assertThat(hostOf(new ProxySettings(new Properties(), List.of(ofMaven("http", null)), Map.of()), DYNAMODB))
                .isEqualTo("settings:3128 (<proxy>)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        *                                    | straight
        amazonaws.com                        | straight
        .amazonaws.com                       | straight
        other.example, .AmazonAWS.com        | straight
        dynamodb.eu-central-1.amazonaws.com  | straight
        amazonaws.com:443                    | straight
        amazonaws.com:8443                   | variable:3128 (HTTPS_PROXY)
        aws.com                              | variable:3128 (HTTPS_PROXY)
        """)
    void noProxyNamesDomains(String noProxy, String way) {
        var environment = Map.of("https_proxy", "", "HTTPS_PROXY", "http://variable:3128", "no_proxy", noProxy);

        assertThat(hostOf(new ProxySettings(new Properties(), List.of(), environment), DYNAMODB))
                .isEqualTo(way);
    }

    @Test
    void noProxyLeadsToThisMachine() {
        var all = new ProxySettings(properties("http.proxyHost", "property"), List.of(), VARIABLE);

        assertThat(hostOf(all, URI.create("http://localhost:8000"))).isEqualTo("straight");
        assertThat(hostOf(all, URI.create("http://127.0.0.1:8000"))).isEqualTo("straight");
        assertThat(hostOf(all, URI.create("http://tables:8000"))).isEqualTo("property:80 (http.proxyHost)");
    }

    @Test
    void aPasswordIsDecodedAndNeverShown() throws RefusedException {
        var environment = Map.of("HTTPS_PROXY", "http://me:s%40crt+1@variable:3128");

        var proxy = new ProxySettings(new Properties(), List.of(), environment)
                .to(DYNAMODB)
                .orElseThrow();

        assertThat(proxy.password()).isEqualTo("s@crt+1");
        assertThat(proxy.toString()).doesNotContain("crt", "me");
    }

    @ParameterizedTest
    @CsvSource({"HTTPS_PROXY, http://me:s@crt@ho st:3128", "HTTP_PROXY, http://"})
    void whatCantBeUnderstoodIsRefusedWithoutIt(String name, String value) {
        assertThatThrownBy(() -> Network.of(List.of(), null, new Properties(), Map.of(name, value)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("HTTPS_PROXY and HTTP_PROXY have to be like")
                .hasMessageNotContaining("crt");
    }

    private static String hostOf(ProxySettings settings, URI url) {
        return settings.to(url).map(ProxyServer::toString).orElse("straight");
    }

    private static SettingsProxy ofMaven(String protocol, @Nullable String nonProxyHosts) {
        return new SettingsProxy(protocol, new ProxyServer("settings", 3128, null, null, "<proxy>"), nonProxyHosts);
    }

    private static Properties properties(String... namesAndValues) {
        var properties = new Properties();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            properties.setProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return properties;
    }
}
