package com.acme;

import java.util.Map;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
    ApplicationRunner books(DynamoDbClient client) {
        return arguments -> client.putItem(item -> item.tableName("bookings")
                .item(Map.of("id", AttributeValue.fromS("1"), "agent", AttributeValue.fromS("application"))));
    }
}
