package com.acme;

import dev.ensuregsis.engine.GsiEngine;
import dev.ensuregsis.engine.definition.DefinitionReader;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.state.LockPolicy;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.engine.state.StateStores;
import dev.ensuregsis.engine.state.TableOptions;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Ensures the indexes of its gsis.json when it starts. The profile says how: {@link Waiting} or {@link InBackground}. */
@SpringBootApplication
public class Application {

    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    @Bean
    DynamoDbClient dynamoDb() {
        return DynamoDbClient.create();
    }

    @Bean
    Definitions definitions() {
        var file = DefinitionSource.classpath("gsis.json", Application.class.getClassLoader());
        return DefinitionReader.builder().build().read(List.of(file));
    }

    @Bean
    StateStore state(DynamoDbClient client) {
        var locking = StateOptions.DEFAULT.withLockPolicy(LockPolicy.TAKE_TURNS).withLongestWait(Duration.ofDays(1));
        var table = TableOptions.DEFAULT.withLocking(locking).withCreateTable(true);
        return StateStores.inTable("bookings-service", client, "gsi-state", table);
    }

    @Bean
    GsiEngine engine(DynamoDbClient client, StateStore state, List<GsiListener> listeners) {
        var all = listeners.stream().reduce(GsiListener.SILENT, GsiListener::andThen);
        return GsiEngine.builder()
                .client(client)
                .stateStore(state)
                .listener(all)
                .build();
    }
}
