package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8000",
                "http://127.0.0.1:8000",
                "http://127.8.8.8",
                "http://[::1]:8000",
                "https://LOCALHOST"
            })
    void letsThisMachinePass(URI endpoint) {
        assertThat(AllowedHosts.LOOPBACK_ONLY.check(endpoint)).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://10.0.0.1:8000",
                "http://amazonaws.com.invalid",
                "http://0.0.0.0:8000",
                "http://[::ffff:8.8.8.8]",
                "http://no-such-host.invalid:8000",
                "http://localhost@8.8.8.8:8000"
            })
    void refusesEveryOtherHostAndSaysHowToAllowIt(URI endpoint) {
        assertThatThrownBy(() -> AllowedHosts.LOOPBACK_ONLY.check(endpoint))
                .isInstanceOf(LocalServerException.class)
                .hasMessageStartingWith("Refused to connect to " + endpoint)
                .hasMessageContaining("gsi.allowedHosts=" + endpoint.getHost());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dynamodb.us-east-1.amazonaws.com",
                "https://DynamoDB.cn-north-1.AmazonAWS.com.cn:443",
                "https://vpce-1-2.dynamodb.eu-west-1.vpce.amazonaws.com",
                "https://dynamodb.eusc-de-east-1.amazonaws.eu",
                "https://dynamodb.us-east-1.api.aws",
                "https://123456789012.ddb.us-east-1.amazonaws.com."
            })
    void refusesAccountsAndDoesNotSayHowToAllowThem(URI endpoint) {
        assertThatThrownBy(() -> AllowedHosts.LOOPBACK_ONLY.check(endpoint))
                .isInstanceOf(LocalServerException.class)
                .hasMessageStartingWith("Refused to connect to " + endpoint)
                .hasMessageContaining("Leave the endpoint out")
                .hasMessageNotContaining("allowedHosts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000", "file:///tmp", "/relative", "http:///nohost", "ftp://localhost"})
    void refusesWhatIsNoServersAddress(URI endpoint) {
        assertThatThrownBy(() -> new AllowedHosts(Set.of("localhost")).check(endpoint))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("http://localhost:8000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://dynamodb:8000", "http://DynamoDB", "https://10.1.2.3"})
    void letsNamedHostsPass(URI endpoint) {
        assertThat(AllowedHosts.parse(" DynamoDb, 10.1.2.3,,").check(endpoint)).isEqualTo(endpoint);
    }

    @Test
    void takeANameForThisMachineOnlyIfAllItsAddressesAre() throws UnknownHostException {
        var loopback = InetAddress.getAllByName("127.0.0.1")[0];
        var loopbackOfSix = InetAddress.getAllByName("::1")[0];
        var elsewhere = InetAddress.getAllByName("192.0.2.1")[0];

        assertThat(AllowedHosts.areLoopback(loopback, loopbackOfSix)).isTrue();
        assertThat(AllowedHosts.areLoopback(loopback, elsewhere)).isFalse();
        assertThat(AllowedHosts.areLoopback(elsewhere, loopback)).isFalse();
    }
}
