package com.acme.modular;

import dev.ensuregsis.engine.ClientControlPlane;
import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What an application does at its start. */
final class Indexes {
    private Indexes() {}

    static RunReport ensure(DynamoDbClient client) {
        var definitions = DefinitionReader.builder().build().read(List.of(DefinitionSource.text("gsis.json", """
                {"bookings": [{
                  "IndexName": "agent-index",
                  "AttributeDefinitions": [{"AttributeName": "agent", "AttributeType": "S"}],
                  "KeySchema": [{"AttributeName": "agent", "KeyType": "HASH"}]}]}
                """)));
        return GsiEngine.builder()
                .controlPlane(new ClientControlPlane(client))
                .build()
                .ensure(definitions);
    }
}
