package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is composed of is read where it lies below the folder, and else said in one line, or refused. */
class UnreadTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "More: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: 'https://s3.aws/t.yaml'}}"
                        + "|the nested stack \"More\" (#) because \"https://s3.aws/t.yaml\" is somewhere else, and nothing is"
                        + " fetched",
                "More: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ../more.yaml}}"
                        + "|the nested stack \"More\" (#) because \"../more.yaml\" lies outside the folder",
                "More: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: absent.yaml}}"
                        + "|the nested stack \"More\" (#) because \"absent.yaml\" isn't there",
                "More: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: !Ref Url}}"
                        + "|the nested stack \"More\" (#) because \"Url\" is known only once the stack is deployed: give it"
                        + " with parameters=Url=<value>",
                "More: {Type: AWS::Serverless::Application, Properties: {Location: {ApplicationId: 'arn:x',"
                        + " SemanticVersion: 1.0.0}}}|AWS::Serverless::Application \"More\" (#) because its template is in the"
                        + " Serverless Application Repository",
                "Fn::Transform: {Name: AWS::Include, Parameters: {Location: s3://bucket/part.yaml}}"
                        + "|the fragment s3://bucket/part.yaml (t.yaml:5 at /Resources/Fn::Transform) because it is somewhere"
                        + " else",
                "Fn::Transform: {Name: TableMaker}|what the macro TableMaker makes of the template (t.yaml:5 at"
                        + " /Resources/Fn::Transform) because macros aren't run",
                "More: {Type: 'Custom::AmplifyDynamoDBTable', Properties: {tableName: x}}"
                        + "|Custom::AmplifyDynamoDBTable \"More\" (#) because what a custom resource makes is decided by its"
                        + " code",
                "More: {Type: 'Custom::AWS', Properties: {Create: '{\"service\":\"DynamoDB\",\"action\":\"createTable\"}'}}"
                        + "|Custom::AWS \"More\" (#) because",
                "More: {Type: 'My::Tables::Orders::MODULE'}|My::Tables::Orders::MODULE \"More\" (#) because what a module holds",
                "More: {Type: 'AWS::CloudFormation::StackSet'}|AWS::CloudFormation::StackSet \"More\" (#) because",
                "More: {Type: 'AWS::DynamoDB::Cube'}|AWS::DynamoDB::Cube \"More\" (#) because this version doesn't know",
                "More: {Type: 'AWS::DynamoDB::Table', Condition: Never}"
                        + "|AWS::DynamoDB::Table \"More\" (#) because its condition Never is false",
            })
    void ofATemplate(String resource, String line) throws IOException {
        write("t.yaml", """
                Conditions: {Never: !Equals [a, b]}
                Resources:
                  Orders: {Type: 'AWS::DynamoDB::Table', Properties: {TableName: orders, KeySchema: [
                    {AttributeName: id, KeyType: HASH}]}}
                  RESOURCE
                """.replace("RESOURCE", resource));
        var file = folder.resolve("t.yaml");

        var definitions = read(reader(), "t.yaml");
        assertThat(definitions.tables()).extracting(TableDefinition::name).containsExactly("orders");
        assertThat(definitions.unread())
                .singleElement()
                .satisfies(unread -> assertThat(unread.toString())
                        .startsWith("not read: "
                                + line.replace("#", "t.yaml:5 at /Resources/More")
                                        .replace("t.yaml:5", file + ":5")));
        assertThatThrownBy(() -> read(reader().strict(true), "t.yaml"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("isn't read because")
                .hasMessageContaining("strict");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Fn: {Type: AWS::Lambda::Function, Properties: {Environment: {Variables: {TABLE: createTables}}}}",
                "Clean: {Type: 'Custom::S3AutoDeleteObjects', Properties: {BucketName: b}}",
                "Replica: {Type: 'Custom::DynamoDBReplica', Properties: {TableName: !Ref Orders, Region: eu-west-1}}",
            })
    void whatMakesNoTableIsNotSaid(String resource) throws IOException {
        write(
                "t.yaml",
                "Resources:\n  Orders: {Type: 'AWS::DynamoDB::Table', Properties: {KeySchema: [{AttributeName: id,"
                        + " KeyType: HASH}]}}\n  " + resource);
        assertThat(read(reader(), "t.yaml").unread()).isEmpty();
    }

    @Test
    void nestedStacksGetTheirParametersAndFragmentsTheirPlace() throws IOException {
        write("main.yaml", """
                Transform: [AWS::Serverless-2016-10-31, AWS::LanguageExtensions]
                Parameters: {Stage: {Type: String, Default: dev}}
                Mappings: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: parts/maps.yaml}}}
                Resources:
                  Billing:
                    Type: AWS::CloudFormation::Stack
                    Properties: {TemplateURL: stacks/billing.yaml, Parameters: {Env: !Sub "${Stage}-x", Key: !Ref Stage}}
                  App: {Type: AWS::Serverless::Application, Properties: {Location: ./stacks/app.template}}
                  Fn::Transform: {Name: AWS::Include, Parameters: {Location: !Sub "parts/${Stage}.yaml"}}
                """);
        write(
                "parts/dev.yaml",
                "Part: {Type: 'AWS::DynamoDB::Table', Properties: {TableName: !FindInMap [Names, a, b],"
                        + " KeySchema: [{AttributeName: id, KeyType: HASH}]}}");
        write("parts/maps.yaml", "Names: {a: {b: of-the-map}}");
        write("stacks/billing.yaml", """
                Parameters: {Env: {Type: String}, Key: {Type: String}}
                Resources:
                  Invoices: {Type: 'AWS::DynamoDB::Table', Properties: {TableName: !Sub "invoices-${Env}", KeySchema: [
                    {AttributeName: !Ref Key, KeyType: HASH}]}}
                  Deeper: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ../deeper.yaml}}
                """);
        write("stacks/app.template", "Resources: {Sessions: {Type: 'AWS::Serverless::SimpleTable'}}");
        write(
                "deeper.yaml",
                "Resources: {Deep: {Type: 'AWS::Serverless::SimpleTable', Properties: {TableName: deep}}}");

        var definitions = read(reader().strict(true), "main.yaml");
        assertThat(definitions.tables())
                .extracting(TableDefinition::name)
                .containsExactly("invoices-dev-x", "deep", "Sessions", "of-the-map");
        assertThat(definitions.unread()).isEmpty();
    }

    @Test
    void stacksThatNestThemselvesEnd() throws IOException {
        write("main.yaml", """
                Resources:
                  Orders: {Type: 'AWS::Serverless::SimpleTable', Properties: {TableName: orders}}
                  Again: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: again.yaml}}
                """);
        write("again.yaml", """
                Resources:
                  A: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: again.yaml}}
                  B: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: again.yaml}}
                """);
        assertThat(read(reader(), "main.yaml").unread())
                .hasSizeLessThanOrEqualTo(2)
                .allSatisfy(
                        unread -> assertThat(unread.because()).isEqualTo("stacks are read 10 deep, and 500 of them"));
    }

    @Test
    void theFragmentInATablesPropertiesIsIncludedOrSaid() throws IOException {
        write("t.yaml", """
                Resources:
                  Orders: {Type: 'AWS::DynamoDB::Table', Properties: {TableName: orders, KeySchema: [
                    {AttributeName: id, KeyType: HASH}], Fn::Transform: {Name: AWS::Include, Parameters: {Location: gsi.yaml}}}}
                """);
        assertThat(read(reader(), "t.yaml").unread())
                .singleElement()
                .satisfies(unread -> assertThat(unread.what()).isEqualTo("the fragment gsi.yaml"));
        write(
                "gsi.yaml",
                "GlobalSecondaryIndexes: [{IndexName: by-id, KeySchema: [{AttributeName: id, KeyType: HASH}]}]");
        assertThat(read(reader().strict(true), "t.yaml").indexIds()).containsExactly(new IndexId("orders", "by-id"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "resources: [{Resources: {T: TABLE}}, '${file(more.js)}']|a part of resources, which may hold tables",
                "resources: [{Resources: {T: TABLE}}, '${ssm:/more}']|a part of resources, which may hold tables",
                "resources: [{Resources: {T: TABLE}}, more.yml]|a part of resources, which may hold tables",
                "resources: {Resources: {T: TABLE, More: '${file(../more.yml)}'}}|More, which may hold tables",
                "resources: {Transform: [Maker], Resources: {T: TABLE}}|what the macro Maker makes of the template",
            })
    void ofAService(String resources, String what) throws IOException {
        write(
                "serverless.yml",
                "service: x\nprovider: {name: aws}\n"
                        + resources.replace(
                                "TABLE",
                                "{Type:"
                                        + " 'AWS::DynamoDB::Table', Properties: {TableName: t-1, KeySchema: [{AttributeName: id, KeyType: HASH}]}}"));
        assertThat(read(reader(), "serverless.yml").unread())
                .extracting(Unread::what)
                .containsExactly(what);
        assertThatThrownBy(() -> read(reader().strict(true), "serverless.yml")).hasMessageContaining(what);
    }

    @Test
    void ofAPlan() throws IOException {
        write("plan.json", """
                {"format_version": "1.2", "errored": true, "planned_values": {"root_module": {"resources": [
                  {"address": "aws_dynamodb_table.there", "mode": "managed", "type": "aws_dynamodb_table", "values":
                    {"name": "there", "hash_key": "id", "billing_mode": "PAY_PER_REQUEST"}},
                  {"address": "aws_cloudformation_stack.old", "mode": "managed", "type": "aws_cloudformation_stack", "values": {}},
                  {"address": "awscc_dynamodb_table.other", "mode": "managed", "type": "awscc_dynamodb_table", "values": {}},
                  {"address": "aws_dynamodb_tensor.new", "mode": "managed", "type": "aws_dynamodb_tensor", "values": {}},
                  {"address": "aws_dynamodb_tag.t", "mode": "managed", "type": "aws_dynamodb_tag", "values": {}},
                  {"address": "data.aws_dynamodb_table.looked_at", "mode": "data", "type": "aws_dynamodb_table", "values": {}}]}},
                 "resource_changes": [
                  {"address": "aws_dynamodb_table.gone", "type": "aws_dynamodb_table", "change": {"actions": ["delete"]}}],
                 "deferred_changes": [{"reason": "instance_count_unknown", "resource_change":
                  {"address": "module.m.aws_dynamodb_table.later", "type": "aws_dynamodb_table"}}],
                 "configuration": {"root_module": {"resources": [
                  {"address": "aws_dynamodb_table.there", "mode": "managed", "type": "aws_dynamodb_table"},
                  {"address": "aws_dynamodb_table.none", "mode": "managed", "type": "aws_dynamodb_table"},
                  {"address": "data.aws_dynamodb_table.looked_at", "mode": "data", "type": "aws_dynamodb_table"}],
                  "module_calls": {"m": {"module": {"resources": [{"address": "aws_dynamodb_table.later", "mode": "managed",
                   "type": "aws_dynamodb_table"}]}}}}}}
                """);
        assertThat(read(reader(), "plan.json").unread())
                .extracting(unread -> unread.what() + " " + unread.cause())
                .containsExactlyInAnyOrder(
                        "aws_cloudformation_stack.old OUT_OF_REACH",
                        "awscc_dynamodb_table.other OUT_OF_REACH",
                        "aws_dynamodb_tensor.new OUT_OF_REACH",
                        "aws_dynamodb_table.gone BEING_DELETED",
                        "module.m.aws_dynamodb_table.later KNOWN_LATER",
                        "aws_dynamodb_table.none CONDITION",
                        "what the plan lacks KNOWN_LATER");
    }

    @Test
    void whatWasReplacedIsNotTheTableAnyMore() throws IOException {
        write("a.tfstate", """
                {"version": 4, "terraform_version": "1.9.8", "resources": [{"mode": "managed", "type": "aws_dynamodb_table",
                  "name": "orders", "instances": [
                  {"attributes": {"name": "orders-2", "hash_key": "id", "billing_mode": "PAY_PER_REQUEST"}},
                  {"deposed": "a1b2c3d4", "attributes": {"name": "orders-1", "hash_key": "id"}}]}]}
                """);
        var definitions = read(reader(), "a.tfstate");
        assertThat(definitions.tables()).extracting(TableDefinition::name).containsExactly("orders-2");
        assertThat(definitions.unread()).extracting(Unread::cause).containsExactly(Unread.Cause.BEING_DELETED);
    }

    @Test
    void theNameOfATableThatIsKnownAfterApplyIsAskedForOnce() throws IOException {
        write("plan.json", """
                {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
                  {"address": "aws_dynamodb_table.orders[\\"a\\"]", "mode": "managed", "type": "aws_dynamodb_table", "values":
                    {"hash_key": "id", "billing_mode": "PAY_PER_REQUEST", "global_secondary_index":
                     [{"name": "by-status", "hash_key": "status", "projection_type": "ALL"}]}},
                  {"address": "aws_dynamodb_global_secondary_index.more[\\"a\\"]", "mode": "managed",
                   "type": "aws_dynamodb_global_secondary_index", "values": {"index_name": "by-more", "key_schema":
                    [{"attribute_name": "m", "attribute_type": "S", "key_type": "HASH"}], "projection": [{"projection_type": "ALL"}]}}]}},
                 "resource_changes": [
                  {"address": "aws_dynamodb_table.orders[\\"a\\"]", "change": {"after_unknown": {"name": true}}},
                  {"address": "aws_dynamodb_global_secondary_index.more[\\"a\\"]", "change": {"after_unknown": {"table_name": true}}}],
                 "configuration": {"root_module": {"resources": [
                  {"address": "aws_dynamodb_table.orders", "mode": "managed", "type": "aws_dynamodb_table"},
                  {"address": "aws_dynamodb_global_secondary_index.more", "mode": "managed", "type":
                   "aws_dynamodb_global_secondary_index", "expressions": {"table_name": {"references":
                   ["aws_dynamodb_table.orders", "each.key"]}}}]}}}
                """);
        assertThatThrownBy(() -> read(reader(), "plan.json"))
                .isInstanceOfSatisfying(
                        DefinitionException.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.message())
                                        .endsWith(
                                                "name the table with tableNames=aws_dynamodb_table.orders[\"a\"]=<name>. It is"
                                                        + " the table with the key id and the indexes by-status")));
        assertThat(read(reader().tableNames(Map.of("aws_dynamodb_table.orders[\"a\"]", "orders-a1")), "plan.json")
                        .indexIds())
                .containsExactly(new IndexId("orders-a1", "by-status"), new IndexId("orders-a1", "by-more"));
    }

    @Test
    void ofADescription() throws IOException {
        write("d.json", """
                [{"Table": {"TableName": "orders", "TableStatus": "ACTIVE", "KeySchema": [{"AttributeName": "id", "KeyType":
                   "HASH"}], "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"}, "QuantumMode": "ON"}},
                 {"Table": {"TableName": "leaving", "TableStatus": "ARCHIVING", "KeySchema": []}},
                 {"TableDescription": {"TableName": "leaving-too", "TableStatus": "DELETING"}}]
                """);
        assertThat(read(reader(), "d.json").unread())
                .extracting(Unread::toString)
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .contains("the key \"QuantumMode\" of table \"orders\"")
                                .endsWith("because this version doesn't know it"),
                        line -> assertThat(line)
                                .contains("the table \"leaving\"")
                                .endsWith("because it is ARCHIVING"),
                        line -> assertThat(line)
                                .contains("the table \"leaving-too\"")
                                .endsWith("because it is DELETING"));
    }

    @Test
    void ofAnAssembly() throws IOException {
        write("cdk.out/manifest.json", """
                {"version": "41.0.0", "artifacts": {
                  "Empty": {"type": "aws:cloudformation:stack"},
                  "Data": {"type": "aws:cloudformation:stack", "properties": {"templateFile": "Data.template.json"}}}}
                """);
        write("cdk.out/Data.template.json", """
                {"Resources": {"Orders": {"Type": "AWS::Serverless::SimpleTable"},
                  "Gone": {"Type": "AWS::CloudFormation::Stack", "Metadata": {"aws:asset:path": "gone.nested.template.json"}}}}
                """);
        assertThat(read(reader(), "cdk.out").unread())
                .extracting(Unread::what)
                .containsExactly("the stack Empty", "the nested stack \"Gone\"");
    }

    private static DefinitionReader.Builder reader() {
        return DefinitionReader.builder();
    }

    private Definitions read(DefinitionReader.Builder reader, String file) {
        return reader.build().read(List.of(DefinitionSource.file(folder.resolve(file))));
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
