package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two tables of one name in two environments are two tables. */
class EnvironmentsTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Dev/Data|-|-|by-dev",
                "Prod|-|-|by-prod",
                "Pr*|-|-|by-prod",
                "assembly-Dev|-|-|by-dev",
                "Shop-Prod|-|-|by-prod",
                "-|eu-central-1|-|by-prod",
                "-|-|111122223333|by-dev",
            })
    void theStacksOfAnAssemblyAreTakenByStackRegionOrAccount(String stack, String region, String account, String index)
            throws IOException {
        assembly();
        var reader = DefinitionReader.builder()
                .stacks(stack == null ? List.of() : List.of(stack))
                .region(region)
                .account(account);
        assertThat(indexes(reader, source("cdk.out"))).containsExactly("orders." + index);
    }

    @Test
    void stacksThatNothingChoosesAreRefusedWithBothPlaces() throws IOException {
        assembly();
        assertThatThrownBy(() -> indexes(DefinitionReader.builder(), source("cdk.out")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(
                        "is of Dev/Data, account 111122223333, region us-east-1, Orders (" + folder.resolve("cdk.out"))
                .hasMessageEndingWith(
                        "is of Prod/Data, account 444455556666, region eu-central-1; say which is meant with"
                                + " region=us-east-1 or region=eu-central-1");
        assertThatThrownBy(() -> indexes(DefinitionReader.builder().stacks(List.of("Prdo")), source("cdk.out")))
                .hasMessageContaining("stacks is Prdo, and no table that was read is of that environment")
                .hasMessageContaining("Dev/Data, account 111122223333, region us-east-1; Prod/Data");
    }

    @Test
    void aStackKnowsItsNameRegionAndAccount() throws IOException {
        assembly();
        write("cdk.out/assembly-Prod/Data.template.json", """
                {"Resources": {"Orders": {"Type": "AWS::DynamoDB::Table", "Properties": {
                  "TableName": {"Fn::Sub": "${AWS::StackName}-${AWS::Region}-${AWS::AccountId}"},
                  "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                  "GlobalSecondaryIndexes": [{"IndexName": "by-prod", "KeySchema": [{"AttributeName": "a", "KeyType": "HASH"}]}]}}}}
                """);
        assertThat(indexes(DefinitionReader.builder().stacks(List.of("Prod")), source("cdk.out")))
                .containsExactly("Shop-Prod-eu-central-1-444455556666.by-prod");
    }

    @ParameterizedTest
    @CsvSource({"eu-central-1, , by-status", "us-east-1, , by-customer", ", aws.us, by-customer", ", aws, by-status"})
    void providersOfAPlanAreTakenByRegionOrName(String region, String stack, String index) throws IOException {
        write("plan.json", plan("eu-central-1"));
        var reader = DefinitionReader.builder().region(region).stacks(stack == null ? List.of() : List.of(stack));
        assertThat(indexes(reader, source("plan.json"))).containsExactly("orders." + index);
    }

    @Test
    void providersWhoseRegionsAreNotInThePlanAreStillTwo() throws IOException {
        write("plan.json", plan("").replace("\"us-east-1\"", "null"));
        assertThatThrownBy(() -> indexes(DefinitionReader.builder(), source("plan.json")))
                .hasMessageContaining("aws_dynamodb_table.orders_eu (")
                .hasMessageContaining("module.us.aws_dynamodb_table.orders[0] (")
                .hasMessageContaining("stacks=aws or stacks=aws.us");
    }

    @Test
    void tablesThatOnlyTheirAddressesTellApartAreTwo() throws IOException {
        write("plan.json", plan("").replaceAll("(?s),\\s*\"configuration\".*", "}"));
        assertThatThrownBy(() -> indexes(DefinitionReader.builder(), source("plan.json")))
                .hasMessageContaining("is two tables, in two environments")
                .hasMessageContaining(
                        "stacks=aws_dynamodb_table.orders_eu or stacks=module.us.aws_dynamodb_table.orders[0]");
        assertThat(indexes(
                        DefinitionReader.builder().stacks(List.of("aws_dynamodb_table.orders_eu")),
                        source("plan.json")))
                .containsExactly("orders.by-status");
    }

    @Test
    void statesOfTwoWorkspacesAreTwo() throws IOException {
        for (var workspace : List.of("dev", "prod")) {
            write("terraform.tfstate.d/" + workspace + "/terraform.tfstate", state("by-" + workspace, ""));
        }
        var glob = source("terraform.tfstate.d/**/*.tfstate");
        assertThat(indexes(DefinitionReader.builder().stacks(List.of("prod")), glob))
                .containsExactly("orders.by-prod");
        assertThatThrownBy(() -> indexes(DefinitionReader.builder(), glob))
                .hasMessageContaining("stacks=dev or stacks=prod");
    }

    @Test
    void aStateTellsAccountAndRegionByItsArns() throws IOException {
        write("a.tfstate", state("by-a", "arn:aws:dynamodb:eu-west-1:111122223333:table/orders"));
        write("b.tfstate", state("by-b", "arn:aws:dynamodb:eu-west-1:444455556666:table/orders"));
        assertThat(indexes(DefinitionReader.builder().account("444455556666"), source("*.tfstate")))
                .containsExactly("orders.by-b");
        assertThatThrownBy(() -> indexes(DefinitionReader.builder(), source("*.tfstate")))
                .hasMessageContaining("account=111122223333 or account=444455556666");
    }

    @Test
    void whereATableWasDescribedTellsTwoApartAndKeepsNoneFromBeingUsedElsewhere() throws IOException {
        write("eu.json", described("eu-west-1", "by-eu"));
        assertThat(indexes(DefinitionReader.builder().region("us-east-1"), source("eu.json")))
                .containsExactly("orders.by-eu");
        write("us.json", described("us-east-1", "by-us"));
        assertThat(indexes(DefinitionReader.builder().region("us-east-1"), source("*.json")))
                .containsExactly("orders.by-us");
        assertThatThrownBy(() -> indexes(DefinitionReader.builder().region("eu-west-3"), source("*.json")))
                .hasMessageContaining("is two tables");
    }

    @Test
    void anEmulatorsRegionAndAccountTellNothing() throws IOException {
        write("a.json", described("ddblocal", "by-a").replace("111122223333", "000000000000"));
        write("b.json", described("eu-west-1", "by-b"));
        assertThat(indexes(DefinitionReader.builder(), source("*.json"))).containsExactly("orders.by-a", "orders.by-b");
    }

    @Test
    void stagesOfOneServiceAreTwo() throws IOException {
        write("dev/serverless.yml", serverless("dev"));
        write("prod/serverless.yml", serverless("prod"));
        assertThat(indexes(DefinitionReader.builder().stacks(List.of("prod")), source("**/serverless.yml")))
                .containsExactly("orders.by-prod");
        assertThatThrownBy(() -> indexes(DefinitionReader.builder(), source("**/serverless.yml")))
                .hasMessageContaining("stacks=dev or stacks=prod");
    }

    @Test
    void twoTemplatesOfOneTableWithOtherIndexesAreNotPutTogether() throws IOException {
        write("a.yaml", template("by-a"));
        write("b.yaml", template("by-b"));
        assertThatThrownBy(() -> indexes(DefinitionReader.builder(), source("*.yaml")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("b.yaml:1")
                .hasMessageContaining("\"orders\" has other indexes here than as Orders (" + folder.resolve("a.yaml"));
    }

    @Test
    void whatNothingSaysDiffersCompletesOneTable() throws IOException {
        write("plan.json", plan("eu-central-1"));
        write(
                "gsis.json",
                "{\"orders\": [{\"IndexName\": \"by-more\", \"KeySchema\": [{\"AttributeName\": \"m\", \"KeyType\":"
                        + " \"HASH\"}]}]}");
        assertThat(indexes(DefinitionReader.builder().region("us-east-1"), source("plan.json"), source("gsis.json")))
                .containsExactly("orders.by-customer", "orders.by-more");
    }

    @Test
    void tablesOfOtherNamesAndEnvironmentsStandSideBySide() throws IOException {
        write("plan.json", plan("eu-central-1").replace("\"orders\", \"count\"", "\"invoices\", \"count\""));
        assertThat(indexes(DefinitionReader.builder(), source("plan.json")))
                .containsExactly("orders.by-status", "invoices.by-customer");
    }

    private void assembly() throws IOException {
        write("cdk.out/manifest.json", """
                {"version": "41.0.0", "artifacts": {
                  "assembly-Dev": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "assembly-Dev", "displayName": "Dev"}},
                  "assembly-Prod": {"type": "cdk:cloud-assembly", "properties": {"directoryName": "assembly-Prod", "displayName": "Prod"}}}}
                """);
        stage("Dev", "aws://111122223333/us-east-1");
        stage("Prod", "aws://444455556666/eu-central-1");
    }

    private void stage(String name, String environment) throws IOException {
        write("cdk.out/assembly-" + name + "/manifest.json", """
                {"version": "41.0.0", "artifacts": {"Data": {"type": "aws:cloudformation:stack", "environment": "ENV",
                  "properties": {"templateFile": "Data.template.json", "stackName": "Shop-NAME"}, "displayName": "NAME/Data"}}}
                """.replace("ENV", environment)
                .replace("NAME", name));
        write("cdk.out/assembly-" + name + "/Data.template.json", template("by-" + name.toLowerCase(Locale.ROOT)));
    }

    private static String template(String index) {
        return "{\"Resources\": {\"Orders\": {\"Type\": \"AWS::DynamoDB::Table\", \"Properties\": " + table(index)
                + "}}}";
    }

    private static String table(String index) {
        return """
                {"TableName": "orders", "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                 "BillingMode": "PAY_PER_REQUEST", "GlobalSecondaryIndexes": [{"IndexName": "INDEX",
                 "KeySchema": [{"AttributeName": "a", "KeyType": "HASH"}], "Projection": {"ProjectionType": "ALL"}}]}""".replace("INDEX", index);
    }

    private static String serverless(String stage) {
        return "{\"service\": \"shop\", \"provider\": {\"name\": \"aws\", \"stage\": \"" + stage
                + "\"}, \"resources\": " + template("by-" + stage) + "}";
    }

    private static String described(String region, String index) {
        return "{\"Table\": "
                + table(index).replace("\"BillingMode\": \"PAY_PER_REQUEST\"", """
                "TableStatus": "ACTIVE", "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"},
                "TableArn": "arn:aws:dynamodb:REGION:111122223333:table/orders\"""".replace("REGION", region)) + "}";
    }

    private static String state(String index, String arn) {
        return """
                {"version": 4, "terraform_version": "1.9.8", "resources": [{"mode": "managed", "type": "aws_dynamodb_table",
                  "name": "orders", "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]", "instances": [
                  {"attributes": VALUES}]}]}
                """.replace("VALUES", values(index, ", \"arn\": \"" + arn + "\""));
    }

    private static String values(String index, String more) {
        return """
                {"name": "orders", "billing_mode": "PAY_PER_REQUEST", "hash_key": "id",
                 "attribute": [{"name": "id", "type": "S"}], "global_secondary_index": [
                 {"name": "INDEX", "hash_key": "id", "projection_type": "ALL"}]MORE}""".replace("INDEX", index).replace("MORE", more);
    }

    /** One table of the default provider, by a variable, and one of a module with another, by a constant. */
    private static String plan(String region) {
        return """
                {"format_version": "1.2", "variables": {"region": {"value": "REGION"}}, "planned_values": {"root_module": {
                  "resources": [{"address": "aws_dynamodb_table.orders_eu", "mode": "managed", "type": "aws_dynamodb_table",
                    "name": "orders_eu", "values": EU}],
                  "child_modules": [{"address": "module.us", "resources": [{"address": "module.us.aws_dynamodb_table.orders[0]",
                    "mode": "managed", "type": "aws_dynamodb_table", "name": "orders", "index": 0, "values": US}]}]}},
                 "configuration": {"provider_config": {
                    "aws": {"name": "aws", "expressions": {"region": {"references": ["var.region"]}}},
                    "aws.us": {"name": "aws", "alias": "us", "expressions": {"region": {"constant_value": "us-east-1"}}}},
                  "root_module": {"resources": [{"address": "aws_dynamodb_table.orders_eu", "mode": "managed",
                      "type": "aws_dynamodb_table", "provider_config_key": "aws"}],
                    "module_calls": {"us": {"module": {"resources": [{"address": "aws_dynamodb_table.orders",
                      "mode": "managed", "type": "aws_dynamodb_table", "provider_config_key": "aws.us"}]}}}}}}
                """.replace("REGION", region)
                .replace("EU", values("by-status", ""))
                .replace("US", values("by-customer", "").replace("\"orders\"", "\"orders\", \"count\": 1"));
    }

    private DefinitionSource source(String location) {
        return DefinitionSource.of(location, folder, getClass().getClassLoader());
    }

    private static List<String> indexes(DefinitionReader.Builder reader, DefinitionSource... sources) {
        return reader.build().read(List.of(sources)).indexIds().stream()
                .map(IndexId::toString)
                .toList();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
