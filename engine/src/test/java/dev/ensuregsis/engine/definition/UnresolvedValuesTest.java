package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can't be resolved is a fault where it touches what an index is; elsewhere it only keeps a table from being made. */
class UnresolvedValuesTest {
    private static final String TEMPLATE = """
            Parameters: {Env: {Type: String}}
            Resources:
              Bookings:
                Type: AWS::DynamoDB::Table
                Properties:
                  TableName: <name>
                  BillingMode: <mode>
                  AttributeDefinitions: [{AttributeName: id, AttributeType: <type>}]
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
                  GlobalSecondaryIndexes:
                    - IndexName: id-index
                      KeySchema: [{AttributeName: <key>, KeyType: HASH}]
                      Projection: {ProjectionType: <projection>}
                  SSESpecification: {SSEEnabled: true, KMSMasterKeyId: <kms>}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name|!Sub a-${Env}|the name of table \"Bookings\" can't be resolved: parameter \"Env\" has no default: give"
                        + " it with parameters=Env=<value>; or name the table with tableNames=Bookings=<name>",
                "type|!Ref Env|t.yaml:8 at /Resources/Bookings/Properties/AttributeDefinitions/0/AttributeType:"
                        + " AttributeType can't be resolved: parameter \"Env\" has no default",
                "key|!ImportValue the-key|AttributeName can't be resolved: the import the-key is known only once the stack is"
                        + " deployed: give it with parameters=the-key=<value>",
                "name|'${self:custom.name}'|the name of table \"Bookings\" can't be resolved: \"${self:custom.name}\" has a"
                        + " variable of the Serverless Framework: read the serverless.yml that includes this file",
                "type|!GetAtt Key.Type|give it with parameters=Key.Type=<value>",
                "key|!Sub \"${Function}\"|\"Function\" is known only once the stack is deployed: give it with"
                        + " parameters=Function=<value>",
                "projection|\"{{resolve:ssm:p}}\"|ProjectionType can't be resolved: the dynamic reference"
                        + " \"{{resolve:ssm:p}}\" is known only once the stack is deployed: give it with"
                        + " parameters=resolve:ssm:p=<value>",
            })
    void whatTouchesAnIndexIsAFault(String where, String value, String message) {
        assertThatThrownBy(() -> read(template(where, value), Map.of()))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"mode, !Ref Env, BillingMode", "kms, !GetAtt Key.Arn, SSESpecification"})
    void whatDoesNotOnlyKeepsTheTableFromBeingCreated(String where, String value, String property) {
        var table = read(template(where, value), Map.of());
        assertThat(table.indexes()).hasSize(1);
        assertThat(Objects.requireNonNull(table.creation()).beyondCreateTable())
                .extracting(TableCreation.Beyond::setting)
                .contains(property + ", whose value can't be resolved");
    }

    @Test
    void aValueOfTheUserResolvesIt() {
        assertThat(read(template("name", "!Sub a-${Env}"), Map.of("Env", "prod"))
                        .name())
                .isEqualTo("a-prod");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resources: '${file(tables.js)}'|a part of resources, which may hold tables (t.yaml:3 at /resources) because",
                "resources: ['${file(../tables.yml)}', {Resources: {}}]|a part of resources, which may hold tables (t.yaml:3 at /resources/0)",
                "resources: {Resources: '${file(tables.yml)}'}|Resources, which may hold tables (t.yaml:3 at /resources/Resources)",
                "resources: {Resources: {Bookings: '${ssm:/bookings}'}}|Bookings, which may hold tables (t.yaml:3 at /resources/Resources/Bookings)",
            })
    void aPartOfServerlessResourcesThatMayHoldTablesIsNotPassedOver(String resources, String message) {
        assertThatThrownBy(() -> read("service: x\nprovider: {name: aws}\n" + resources, Map.of()))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(".serverless/");
    }

    @ParameterizedTest
    @CsvSource({
        "!ImportValue the-name, the-name",
        "'!ImportValue {Fn::Sub: \"${Env}-name\"}', prod-name",
        "!GetAtt Stack.Outputs.Name, Stack.Outputs.Name",
        "'!GetAtt [Stack, Outputs.Name]', Stack.Outputs.Name",
        "'\"{{resolve:ssm:/name:1}}\"', resolve:ssm:/name:1",
    })
    void whatOnlyTheDeployedStackKnowsIsGivenUnderItsName(String value, String name) {
        assertThat(read(template("name", value), Map.of("Env", "prod", name, "bookings-1"))
                        .name())
                .isEqualTo("bookings-1");
    }

    @Test
    void aTextAroundADynamicReferenceStays() {
        var parameters = Map.of("resolve:ssm:/stage", "prod", "resolve:ssm:/n", "7");
        assertThat(read(template("name", "\"a-{{resolve:ssm:/stage}}-{{resolve:ssm:/n}}-z\""), parameters)
                        .name())
                .isEqualTo("a-prod-7-z");
    }

    @Test
    void anEmptyPartIsJoinedToo() {
        assertThat(read(template("name", "!Join [-, [a, '', !Join ['', ['', b]]]]"), Map.of())
                        .name())
                .isEqualTo("a--b");
        assertThat(read(template("name", "!Join [-, ['', a, b]]"), Map.of()).name())
                .isEqualTo("-a-b");
    }

    @Test
    void aTableWhoseConditionIsOpenIsAFault() {
        assertThatThrownBy(() -> read(
                        "Conditions: {C: !Equals [!Ref AWS::Region, x]}\nResources: {T: {Type: 'AWS::DynamoDB::Table',"
                                + " Condition: C, Properties: {KeySchema: [{AttributeName: a, KeyType: HASH}]}}}",
                        Map.of()))
                .hasMessageContaining("give it with parameters=AWS::Region=<value>");
    }

    @Test
    void whatCreateTableCannotCarryIsNamedWithItsOwner() {
        var plan = DefinitionReader.builder()
                .tableNames(Map.of("aws_dynamodb_table.orders[\"eu\"]", "orders"))
                .build()
                .read(List.of(DefinitionSource.file(Samples.folder("terraform").resolve("unnamed-plan.json"))));
        assertThat(beyond(plan.tables().get(0)))
                .containsExactlyInAnyOrder(
                        "point-in-time recovery", "time to live", "SSESpecification, whose value can't be resolved");

        var stages = DefinitionReader.builder()
                .parameters(Map.of("Stage", "prod"))
                .build()
                .read(List.of(
                        DefinitionSource.file(Samples.folder("cloudformation").resolve("stages.yaml"))));
        assertThat(beyond(stages.tables().get(0))).containsExactlyInAnyOrder("point-in-time recovery", "auto scaling");
        assertThat(beyond(stages.tables().get(1))).isEmpty();
    }

    private static List<String> beyond(TableDefinition table) {
        return Objects.requireNonNull(table.creation()).beyondCreateTable().stream()
                .map(TableCreation.Beyond::setting)
                .toList();
    }

    private static String template(String where, String value) {
        return TEMPLATE.replace("<" + where + ">", value)
                .replace("<name>", "bookings")
                .replace("<mode>", "PAY_PER_REQUEST")
                .replace("<type>", "S")
                .replace("<projection>", "ALL")
                .replace("<kms>", "alias/k")
                .replace("<key>", "id");
    }

    private static TableDefinition read(String yaml, Map<String, String> parameters) {
        return DefinitionReader.builder()
                .parameters(parameters)
                .build()
                .read(List.of(DefinitionSource.text("t.yaml", yaml)))
                .tables()
                .get(0);
    }
}
