package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is no definition is told in one message: what it looks like, and what to name instead. */
class ToldApartTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"TableNames\": [\"orders\"]}|list-tables output",
                "{\"Items\": [{\"id\": {\"S\": \"1\"}}], \"Count\": 1}|items, as scan and query print them",
                "{\"version\": \"41.0.0\", \"artifacts\": {}}|the manifest of a cdk.out: name the folder",
                "{\"app\": \"node app.js\"}|cdk.json: run cdk synth",
                "{\"name\": \"shop\", \"version\": \"1.0.0\", \"dependencies\": {}}|package.json",
                "{\"services\": {\"orders\": {\"path\": \"orders\"}}}|a Compose file",
                "{\"version\": \"1.0\", \"script_name\": \"x\", \"gsis\": {\"a.b\": {\"table_name\": \"a\"}}}|a state file of ours",
                "{\"openapi\": \"3.1.0\", \"paths\": {}}|a description of an HTTP API",
                "{\"apiVersion\": \"v1\", \"kind\": \"Table\"}|a Kubernetes manifest",
                "{\"version\": 3, \"deployment\": {}}|a state of Pulumi",
                "{\"Stacks\": [{\"StackId\": \"x\"}]}|output of a CloudFormation call",
                "{\"rules\": [{\"id\": 1, \"text\": \"x\"}]}|not a definitions file of any format that is read",
                "[1, 2]|not a definitions file of any format that is read",
            })
    void inOneMessage(String text, String words) {
        var refused = catchThrowableOfType(
                DefinitionException.class,
                () -> DefinitionReader.builder().build().read(List.of(DefinitionSource.text("file.json", text))));
        assertThat(refused.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.message()).contains(words);
            assertThat(fault.place().source()).isEqualTo("file.json");
        });
    }
}
