package dev.ensuregsis.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.local.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a definition refers to and isn't read is said by the goals, stands in the report, or is refused. */
@MojoTest
class UnreadDefinitionsTest {
    private static final String POM = "src/test/resources/mojo/pom.xml";
    private static final EmbeddedServer SERVER = EmbeddedServer.start();
    private static final String TEMPLATE = """
            Resources:
              Orders:
                Type: AWS::DynamoDB::Table
                Properties:
                  TableName: TABLE
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions: [{AttributeName: orderId, AttributeType: S}]
                  KeySchema: [{AttributeName: orderId, KeyType: HASH}]
              Billing:
                Type: AWS::CloudFormation::Stack
                Properties: {TemplateURL: https://bucket.example/billing.yaml}
            """;

    /** What a plan of Terraform's has, in two regions. */
    private static final String TWO_REGIONS =
            """
            {"format_version": "1.2", "planned_values": {"root_module": {"resources": [EU, US]}}}
            """.replace("EU", resource("eu-central-1", "by-eu")).replace("US", resource("us-east-1", "by-us"));

    @TempDir
    Path folder = Path.of("");

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "createTables", value = "true")
    void byPlan(PlanMojo mojo) throws Exception {
        assertSaid(mojo, TEMPLATE.replace("TABLE", "orders-planned"));
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    @MojoParameter(name = "createTables", value = "true")
    void byCreate(CreateMojo mojo) throws Exception {
        assertSaid(mojo, TEMPLATE.replace("TABLE", "orders-created"));
    }

    @Test
    @InjectMojo(goal = "create", pom = POM)
    @MojoParameter(name = "createTables", value = "true")
    @MojoParameter(name = "strictDefinitions", value = "true")
    void orRefused(CreateMojo mojo) throws Exception {
        assertThatThrownBy(on(mojo, "template.yaml", TEMPLATE.replace("TABLE", "orders-strict"))::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("the nested stack \"Billing\" isn't read because")
                .hasMessageContaining("gsi.strictDefinitions");
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "createTables", value = "true")
    @MojoParameter(name = "region", value = "us-east-1")
    void ofTwoRegionsTheOneThatIsMeantIsPlanned(PlanMojo mojo) throws Exception {
        var lines = lines(on(mojo, "plan.json", TWO_REGIONS));
        mojo.execute();
        assertThat(lines).anyMatch(line -> line.contains("by-us")).noneMatch(line -> line.contains("by-eu"));
        assertThat(lines).anyMatch(line -> line.startsWith("not read: aws_dynamodb_table.eu-central-1 ("));
    }

    @Test
    @InjectMojo(goal = "plan", pom = POM)
    @MojoParameter(name = "createTables", value = "true")
    void ofTwoRegionsNoneIsGuessed(PlanMojo mojo) throws Exception {
        assertThatThrownBy(on(mojo, "plan.json", TWO_REGIONS)::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("\"orders\" is two tables")
                .hasMessageContaining("gsi.region=eu-central-1 or gsi.region=us-east-1");
    }

    private void assertSaid(DefinitionsMojo mojo, String template) throws Exception {
        var lines = lines(on(mojo, "template.yaml", template));
        mojo.execute();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("not read: the nested stack \"Billing\" (")
                        && line.endsWith(
                                "because \"https://bucket.example/billing.yaml\" is somewhere else, and nothing is"
                                        + " fetched"));
        assertThat(Files.readString(folder.resolve("report.json")))
                .contains(
                        "\"notRead\" : [",
                        "\"what\" : \"the nested stack \\\"Billing\\\"\"",
                        "\"cause\" : \"OUT_OF_REACH\"");
    }

    private static List<String> lines(DefinitionsMojo mojo) {
        var lines = new ArrayList<String>();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                lines.add(line.toString());
            }

            @Override
            public void warn(CharSequence line) {
                lines.add(line.toString());
            }
        });
        return lines;
    }

    private <M extends DefinitionsMojo> M on(M mojo, String name, String definitions) throws IOException {
        mojo.definitions = Files.writeString(folder.resolve(name), definitions).toString();
        mojo.stateDir = folder.toString();
        mojo.endpoint = SERVER.uri().toString();
        mojo.reportFile = folder.resolve("report.json").toString();
        return mojo;
    }

    private static String resource(String region, String index) {
        return """
                {"address": "aws_dynamodb_table.REGION", "mode": "managed", "type": "aws_dynamodb_table", "values":
                 {"name": "orders", "region": "REGION", "billing_mode": "PAY_PER_REQUEST", "hash_key": "orderId", "attribute":
                  [{"name": "orderId", "type": "S"}], "global_secondary_index": [{"name": "INDEX", "hash_key": "orderId",
                   "projection_type": "ALL"}]}}""".replace("REGION", region).replace("INDEX", index);
    }
}
