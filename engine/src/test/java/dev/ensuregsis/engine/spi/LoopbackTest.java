package dev.ensuregsis.engine.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Whether an endpoint is on this machine")
class LoopbackTest {

    @ParameterizedTest(name = "{0} {1} ({2})")
    @CsvSource(delimiter = '|', textBlock = """
                    http://localhost:8000            | true  | by name
                    https://LocalHost                | true  | upper and lower case are the same
                    http://localhost.:8000           | true  | the same name, absolute
                    http://x.localhost               | true  | below localhost (RFC 6761)
                    http://a.b.LOCALHOST.:1          | true  |
                    http://localhost.evil.example    | false | localhost is below something else
                    http://localhost.localdomain     | false | another name
                    http://notlocalhost              | false |
                    http://localhost-x               | false |
                    http://127.evil.example          | false | a name that begins like an address
                    http://127.0.0.1.evil.example    | false |
                    http://vm                        | false | a name, even where /etc/hosts says 127.0.0.1
                    http://dynamodb:8000             | false |
                    http://localhost@8.8.8.8:8000    | false | a user, no host
                    http://127.0.0.1                 | true  |
                    http://127.0.0.1:8000            | true  |
                    http://127.255.255.254           | true  | all of 127.0.0.0/8
                    http://127.0.0.01                | true  | connected to 127.0.0.1 by Java; an octal 1 would be no other
                    http://126.0.0.1                 | false |
                    http://1.127.0.0                 | false |
                    http://0.0.0.0                   | false | every address, and none
                    http://0127.0.0.1                | false | 127 to Java 17, octal to others
                    http://0177.0.0.1                | false | 177 to Java 17, octal to others
                    http://2130706433:8000           | true  | connected to 127.0.0.1 by Java
                    http://2130706432                | true  | 127.0.0.0
                    http://2147483647                | true  | 127.255.255.255
                    http://2130706431                | false | 126.255.255.255
                    http://2147483648                | false | 128.0.0.0
                    http://02130706433               | false | decimal or octal
                    http://127                       | false | 0.0.0.127
                    http://9999999999                | false | no address: Java looks it up as a name
                    http://99999999999999999999      | false |
                    http://127.1                     | false | no host to java.net.URI: nothing connects to it
                    http://127.0.1                   | false | no host to java.net.URI
                    http://0x7f.0.0.1                | false | no host to java.net.URI
                    http://127.0.0.1.:8000           | false | no host to java.net.URI
                    http://127.0.0.300               | false | no host to java.net.URI
                    http://１２７.0.0.1                | false | no host to java.net.URI
                    http://[::1]:8000                | true  |
                    http://[0:0:0:0:0:0:0:1]         | true  | ::1 written out
                    http://[0000:0000::0001]         | true  |
                    http://[::0.0.0.1]               | true  |
                    http://[::1%1]                   | true  | with a scope
                    http://[::1%nosuchinterface]     | false | Java refuses it
                    http://[::ffff:127.0.0.1]        | true  | IPv4 in IPv6
                    http://[::FFFF:7F00:1]           | true  | the same
                    http://[0:0:0:0:0:ffff:127.9.9.9]| true  |
                    http://[::ffff:8.8.8.8]          | false |
                    http://[::127.0.0.1]             | false | IPv4-compatible, which is routed
                    http://[64:ff9b::127.0.0.1]      | false | NAT64
                    http://[2002:7f00:1::]           | false | 6to4
                    http://[fe80::1]                 | false |
                    http://[::]                      | false | every address, and none
                    http:///nohost                   | false |
                    localhost:8000                   | false | scheme localhost
                    /relative                        | false |
                    """)
    void goesByWhatStandsInTheUrl(URI endpoint, boolean thisMachine, String why) {
        assertThat(Loopback.isHostOf(endpoint)).as(why).isEqualTo(thisMachine);
    }

    @Test
    void thisMachinesOwnNameIsANameLikeOthers() throws UnknownHostException {
        var name = InetAddress.getLocalHost().getHostName();
        assertThat(Loopback.isHostOf(URI.create("http://" + name + ":8000")))
                .isEqualTo(name.equals("localhost") || name.endsWith(".localhost"));
    }
}
