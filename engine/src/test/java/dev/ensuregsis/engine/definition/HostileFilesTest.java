package dev.ensuregsis.engine.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that would exhaust memory, or reach outside their folder. */
class HostileFilesTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @MethodSource("files")
    void whatWouldExplodeIsRefused(Path file) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(DefinitionException.class);
    }

    static List<Path> files() {
        return Samples.files("hostile");
    }

    @ParameterizedTest
    @CsvSource({
        "../secret.yml, lies outside the folder",
        "sub/../../secret.yml, lies outside the folder",
        "link.yml, lies outside the folder",
        "linked/secret.yml, lies outside the folder",
        "/etc/hosts.yml, lies outside the folder",
        "script.js, nothing else is run or read",
        "absent.yml, isn't there",
    })
    void anIncludeReadsNothingOutsideItsFolder(String include, String message) throws IOException {
        var inside = Files.createDirectories(folder.resolve("inside"));
        Files.writeString(folder.resolve("secret.yml"), "name: secret-table");
        Files.writeString(inside.resolve("script.js"), "module.exports = {}");
        Files.createSymbolicLink(inside.resolve("link.yml"), folder.resolve("secret.yml"));
        Files.createSymbolicLink(inside.resolve("linked"), folder);
        Files.writeString(inside.resolve("serverless.yml"), """
                service: x
                provider: {name: aws}
                resources:
                  Resources:
                    Bookings:
                      Type: AWS::DynamoDB::Table
                      Properties:
                        TableName: ${file(INCLUDE):name}
                        KeySchema: [{AttributeName: id, KeyType: HASH}]
                """.replace("INCLUDE", include));

        assertThatThrownBy(() -> read(inside.resolve("serverless.yml")))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("secret-table");
    }

    @Test
    void aManifestNamesNoTemplateOutsideItsFolder() throws IOException {
        Files.writeString(folder.resolve("template.json"), "{\"Resources\": {}}");
        var assembly = Files.createDirectories(folder.resolve("cdk.out"));
        Files.writeString(
                assembly.resolve("manifest.json"),
                "{\"artifacts\": {\"S\": {\"type\": \"aws:cloudformation:stack\", \"properties\": {\"templateFile\":"
                        + " \"../template.json\"}}}}");
        assertThatThrownBy(() -> read(assembly))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("lies outside the folder of the manifest");
    }

    @Test
    void theEnvironmentIsNotLookedAt() {
        var name = System.getenv().keySet().iterator().next();
        assertThatThrownBy(() -> DefinitionReader.builder()
                        .build()
                        .read(List.of(DefinitionSource.text(
                                "serverless.yml",
                                "service: x\nprovider: {name: aws}\nresources: {Resources: {T: {Type:"
                                        + " 'AWS::DynamoDB::Table', Properties: {TableName: '${env:" + name
                                        + "}', KeySchema: [{AttributeName: a, KeyType: HASH}]}}}}"))))
                .hasMessageContaining("parameters=env:" + name + "=<value>");
        assertThat(name).isNotEmpty();
    }

    private static Definitions read(Path file) {
        return DefinitionReader.builder().build().read(List.of(DefinitionSource.file(file)));
    }
}
