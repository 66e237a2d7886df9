package dev.ensuregsis.maven;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A DynamoDB that answers as it does when a session token has expired. */
@MojoTest
class RefusedCredentialsTest {
    private static final String POM = "src/test/resources/mojo/pom.xml";
    private static final String SAID = "ExpiredTokenException: The security token included in the request is expired";
    private static final String NEXT = "Next: Renew the credentials (for SSO: aws sso login), then run again";
    private static final WireMockServer DYNAMODB = new WireMockServer(
            WireMockConfiguration.options().bindAddress("127.0.0.1").dynamicPort());

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void start() {
        DYNAMODB.start();
        DYNAMODB.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(400).withBody("""
                {"__type": "com.amazon.coral.service#ExpiredTokenException",
                 "message": "The security token included in the request is expired"}""")));
    }

    @AfterAll
    static void stop() {
        DYNAMODB.stop();
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    void endCreateBeforeAnythingIsWritten(CreateMojo mojo) throws IOException {
        assertThatThrownBy(on(mojo)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(SAID)
                .hasMessageContaining(NEXT)
                .hasMessageNotContaining("To go on: ");
        assertThat(folder).isDirectoryNotContaining("glob:**.gsi_creation_state*");
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    void endAPlan(PlanMojo mojo) throws IOException {
        assertThatThrownBy(on(mojo)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith(SAID)
                .hasMessageContaining(NEXT);
    }

    @Test
    @InjectMojo(goal = "status", pom = POM)
    void leaveAStatusWithWhatTheFileSays(StatusMojo mojo) throws Exception {
        on(mojo).execute();

        assertThat(Files.readString(folder.resolve("report.json")))
                .contains("\"outcome\" : \"success\"", "\"code\" : \"ExpiredTokenException\"");
    }

    private <M extends DefinitionsMojo> M on(M mojo) throws IOException {
        mojo.definitions = Files.writeString(
                        folder.resolve("gsis.json"), LocalTables.definition("bookings", "agent-index"))
                .toString();
        mojo.stateDir = folder.toString();
        mojo.endpoint = DYNAMODB.baseUrl();
        mojo.reportFile = folder.resolve("report.json").toString();
        return mojo;
    }
}
