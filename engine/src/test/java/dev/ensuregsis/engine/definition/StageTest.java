package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stage of a serverless.yml is one thing, however it is given, and all that hangs on it follows. */
class StageTest {
    private static final String SERVICE = """
            service: {name: shop}
            provider: PROVIDER
            custom: {sizes: {dev: small, prod: large}, on: "${strToBool(true)}"}
            params: {default: {a: pa, b: pb, c: pc}, prod: {a: ppa}}
            stages: {default: {params: {b: sb}}, prod: {params: {c: sc}}}
            resources:
              - Resources:
                  Orders:
                    Type: AWS::DynamoDB::Table
                    Properties:
                      TableName: NAME
                      KeySchema: [{AttributeName: id, KeyType: HASH}]
            """;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "${sls:stage}-${self:provider.stage}-${self:custom.sizes.${sls:stage}}|dev-dev-small|prod-prod-large",
                "x-${opt:stage, 'none'}|x-none|x-prod",
                "x-${opt:stage, self:provider.stage}|x-dev|x-prod",
                "${param:a}-${param:b}-${param:c}|pa-sb-pc|ppa-sb-sc",
                "x-${file(config.${sls:stage}.yml):name}|x-of-dev|x-of-prod",
                "x-${file(config.${opt:stage, 'dev'}.yml):name, 'absent'}|x-of-dev|x-of-prod",
                "${aws:region}-${self:provider.region}|us-east-1-us-east-1|us-east-1-us-east-1",
                "!Sub '${AWS::StackName}-${AWS::Region}'|shop-dev-us-east-1|shop-prod-us-east-1",
                "x-${self:custom.on}|x-true|x-true",
            })
    void whatAFrameworkResolvesFromTheFileIsResolved(String name, String dev, String prod) throws IOException {
        write("config.dev.yml", "name: of-dev");
        write("config.prod.yml", "name: of-prod");
        for (var provider :
                List.of("{name: aws}", "{name: aws, stage: dev}", "{name: aws, stage: '${opt:stage, \"dev\"}'}")) {
            service(provider, name);
            assertThat(name(Map.of(), null)).isEqualTo(dev);
            for (var given : List.of("stage", "opt:stage", "sls:stage", "self:provider.stage")) {
                assertThat(name(Map.of(given, "prod"), null)).as(given).isEqualTo(prod);
            }
        }
        service("{name: aws, stage: prod}", name);
        assertThat(name(Map.of("opt:stage", "prod"), null)).isEqualTo(prod);
    }

    @Test
    void theProvidersOwnStageIsTheStage() throws IOException {
        service("{name: aws, stage: prod}", "${sls:stage}-${param:a}");
        assertThat(name(Map.of(), null)).isEqualTo("prod-ppa");
    }

    @Test
    void theRegionIsOneThingToo() throws IOException {
        service(
                "{name: aws, region: '${opt:region, \"eu-west-1\"}'}",
                "${aws:region}-${opt:region, self:provider.region}");
        assertThat(name(Map.of(), null)).isEqualTo("eu-west-1-eu-west-1");
        assertThat(name(Map.of("region", "eu-west-3"), null)).isEqualTo("eu-west-3-eu-west-3");
        assertThat(name(Map.of(), "eu-north-1")).isEqualTo("eu-north-1-eu-north-1");
    }

    @Test
    void twoStagesAreRefused() throws IOException {
        service("{name: aws}", "orders");
        assertThatThrownBy(() -> name(Map.of("stage", "a", "opt:stage", "b"), null))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("parameters: gives two values for the stage, b and a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${opt:stage}|parameters=opt:stage=<value>",
                "${param:secret}|if it is given on the command line or by the dashboard, give it with"
                        + " parameters=param:secret=<value>",
                "${env:TABLE}|parameters=env:TABLE=<value>",
                "${ssm:/t}|parameters=ssm:/t=<value>",
                "x-${aws:accountId}|parameters=aws:accountId=<value>",
            })
    void whatItWouldNotResolveIsAskedForByName(String name, String flag) throws IOException {
        service("{name: aws}", name);
        assertThatThrownBy(() -> name(Map.of(), null))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(flag);
        var variable = flag.substring(flag.indexOf('=') + 1, flag.lastIndexOf('='));
        assertThat(name(Map.of(variable, "given"), null)).endsWith("given");
    }

    @Test
    void partsArePutTogetherAsTheFrameworkDoesIt() throws IOException {
        write("serverless.yml", SERVICE.replace("PROVIDER", "{name: aws}").replace("NAME", "orders") + """
              - Resources:
                  Orders:
                    Properties:
                      GlobalSecondaryIndexes: [{IndexName: by-id, KeySchema: [{AttributeName: id, KeyType: HASH}]}]
            """);
        assertThat(read(Map.of(), null).indexIds()).containsExactly(new IndexId("orders", "by-id"));
    }

    private void service(String provider, String name) throws IOException {
        write("serverless.yml", SERVICE.replace("PROVIDER", provider).replace("NAME", name));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String name(Map<String, String> parameters, @Nullable String region) {
        return read(parameters, region).tables().get(0).name();
    }

    private Definitions read(Map<String, String> parameters, @Nullable String region) {
        return DefinitionReader.builder()
                .parameters(parameters)
                .region(region)
                .build()
                .read(List.of(DefinitionSource.file(folder.resolve("serverless.yml"))));
    }
}
