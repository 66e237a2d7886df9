package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import dev.ensuregsis.local.EmbeddedServer;
import dev.ensuregsis.local.LocalClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The sample of docs/java-api.md by which instances of an application start together, on a real DynamoDB Local. */
class TwoInstancesTest {
    @TempDir
    Path folder;

    @Test
    void twoThatStartAtOnceAskForEachIndexOnce() throws IOException {
        try (var server = EmbeddedServer.start();
                var database = server.newDatabase();
                var client = LocalClients.create(database.endpoint())) {
            client.createTable(request -> request.tableName("bookings")
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(AttributeDefinition.builder()
                            .attributeName("id")
                            .attributeType(ScalarAttributeType.S)
                            .build())
                    .keySchema(KeySchemaElement.builder()
                            .attributeName("id")
                            .keyType(KeyType.HASH)
                            .build()));
            var definitions = definitions();

            var instances = Stream.generate(() ->
                            CompletableFuture.supplyAsync(() -> JavaApiPageTest.ensureTogether(client, definitions)))
                    .limit(2)
                    .toList();

            assertThat(instances)
                    .extracting(CompletableFuture::join)
                    .allSatisfy(report -> assertThat(report.verdict()).isEqualTo(Verdict.ENSURED))
                    .satisfies(reports -> assertThat(reports.stream()
                                    .mapToInt(report -> report.with(Outcome.CREATED).stream()
                                            .mapToInt(index -> index.attempts())
                                            .sum())
                                    .sum())
                            .as("calls that created an index")
                            .isEqualTo(2));
        }
    }

    private Definitions definitions() throws IOException {
        var file = Files.writeString(folder.resolve("gsis.json"), """
                {"bookings": [
                  {"IndexName": "by-agent", "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}],
                   "AttributeDefinitions": [{"AttributeName": "agent", "AttributeType": "S"}]},
                  {"IndexName": "by-flight", "KeySchema": [{"AttributeName": "flight", "KeyType": "HASH"}],
                   "AttributeDefinitions": [{"AttributeName": "flight", "AttributeType": "S"}]}]}
                """);
        return DefinitionReader.builder().build().read(List.of(DefinitionSource.file(file)));
    }
}
