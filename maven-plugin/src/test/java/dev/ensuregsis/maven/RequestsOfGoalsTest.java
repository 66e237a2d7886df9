package dev.ensuregsis.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What each goal asks of DynamoDB: the actions of its policy in docs/iam.md, and no others. */
@MojoTest
class RequestsOfGoalsTest {
    private static final String POM = "src/test/resources/mojo/pom.xml";

    @RegisterExtension
    static final RecordingEndpoint ENDPOINT = new RecordingEndpoint();

    @TempDir
    Path folder = Path.of("");

    @Test
    @InjectMojo(goal = "create", pom = POM)
    void createLooksAndAsks(CreateMojo mojo) throws IOException, MojoExecutionException, MojoFailureException {
        LocalTables.create(ENDPOINT.direct(), "asking");
        var policy = policy("`gsi:create`");
        ENDPOINT.allowOnly(policy);

        on(mojo, "asking").execute();

        assertThat(ENDPOINT.asked()).hasSameElementsAs(policy);
        ENDPOINT.allowOnly(policy("`gsi:status`, `gsi:plan`"));

        mojo.execute();

        assertThat(ENDPOINT.asked()).as("one look where all is in place").containsExactly("DescribeTable");
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    void createWithTablesCreatesThem(CreateMojo mojo) throws Exception {
        ENDPOINT.allowOnly(List.of("DescribeTable", "CreateTable"));
        mojo.createTables = "true";

        on(mojo, "creating").execute();

        assertThat(ENDPOINT.asked()).containsOnly("DescribeTable", "CreateTable");
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    void createWithTagsNeedsTheRightToTag(CreateMojo mojo) throws Exception {
        mojo.createTables = "true";
        on(mojo, "tagged");
        var tagged = LocalTables.definition("tagged", "agent-index").replaceFirst("\\{\\s+\"Attr", """
                {"Tags": [{"Key": "team", "Value": "web"}], "Attr""");
        Files.writeString(folder.resolve("gsis.json"), tagged);
        var withoutTagging = List.of("DescribeTable", "CreateTable");
        ENDPOINT.allowOnly(withoutTagging);

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("AccessDeniedException");
        var policy = new TreeSet<>(withoutTagging);
        policy.addAll(policy("`gsi:create` with `gsi.createTables`"));
        ENDPOINT.allowOnly(policy);
        mojo.retryFailed = "true";

        mojo.execute();

        assertThat(ENDPOINT.asked()).hasSameElementsAs(policy).contains("TagResource");
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    void planOnlyLooks(PlanMojo mojo) throws Exception {
        LocalTables.create(ENDPOINT.direct(), "planning");
        ENDPOINT.allowOnly(policy("`gsi:status`, `gsi:plan`"));
        mojo.failIfPending = "true";

        assertThatThrownBy(on(mojo, "planning")::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("gsi.failIfPending");

        assertThat(ENDPOINT.asked()).containsExactly("DescribeTable");
        assertThat(folder).isDirectoryNotContaining("glob:**.gsi_creation_state*");
    }

    @Test
    @InjectMojo(goal = "status", pom = POM)
    void statusOnlyLooks(StatusMojo mojo) throws Exception {
        LocalTables.create(ENDPOINT.direct(), "status");
        ENDPOINT.allowOnly(policy("`gsi:status`, `gsi:plan`"));

        on(mojo, "status").execute();

        assertThat(ENDPOINT.asked()).containsExactly("DescribeTable");
        assertThat(folder).isDirectoryNotContaining("glob:**.gsi_creation_state*");
    }

    @Test
    @InjectMojo(goal = "delete", pom = POM)
    void deleteLooksAndAsks(DeleteMojo mojo) throws Exception {
        LocalTables.create(ENDPOINT.direct(), "shrinking");
        LocalTables.addIndex(ENDPOINT.direct(), "shrinking", "old-index", "agent");
        var policy = policy("`gsi:delete`, `gsi:replace`");
        ENDPOINT.allowOnly(policy);
        on(mojo, "shrinking").indexes = "shrinking/old-index";

        mojo.execute();

        assertThat(ENDPOINT.asked()).hasSameElementsAs(policy);
    }

    @Test
    @InjectMojo(goal = "replace", pom = POM)
    void replaceLooksAndAsks(ReplaceMojo mojo) throws Exception {
        LocalTables.create(ENDPOINT.direct(), "changing");
        LocalTables.addIndex(ENDPOINT.direct(), "changing", "agent-index", "other");
        var policy = policy("`gsi:delete`, `gsi:replace`");
        ENDPOINT.allowOnly(policy);
        on(mojo, "changing").indexes = "changing/agent-index";

        mojo.execute();

        assertThat(ENDPOINT.asked()).hasSameElementsAs(policy);
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    void checkLooksAndReads(CheckMojo mojo) throws Exception {
        LocalTables.create(ENDPOINT.direct(), "checking");
        var policy = policy("`gsi:check`");
        ENDPOINT.allowOnly(policy);

        on(mojo, "checking").execute();

        assertThat(ENDPOINT.asked()).hasSameElementsAs(policy).containsOnly("DescribeTable", "Scan");
    }

    @Test
    @InjectMojo(goal = "check", pom = POM)
    void checkWithoutTheRightToReadSaysWhichItLacks(CheckMojo mojo) throws Exception {
        LocalTables.create(ENDPOINT.direct(), "unreadable");
        ENDPOINT.allowOnly(List.of("DescribeTable"));

        assertThatThrownBy(on(mojo, "unreadable")::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContainingAll("unreadable could not be checked: AccessDeniedException", "dynamodb:Scan");
    }

    private static Set<String> policy(String goals) throws IOException {
        return IamPage.actions(goals);
    }

    private <T extends DefinitionsMojo> T on(T mojo, String table) throws IOException {
        mojo.definitions = Files.writeString(folder.resolve("gsis.json"), LocalTables.definition(table, "agent-index"))
                .toString();
        mojo.stateDir = folder.toString();
        mojo.endpoint = ENDPOINT.uri().toString();
        return mojo;
    }
}
