package com.acme;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import dev.ensuregsis.junit.EnsureGsis;
import io.javalin.Javalin;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.antlr.v4.runtime.RuntimeMetaData;
import org.eclipse.jetty.util.Jetty;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@EnsureGsis
@WireMockTest
class BesideOthersTest {

    @Test
    void everyOneHasTheVersionsThatItWants() {
        assertTrue(Jetty.VERSION.startsWith("11."), Jetty.VERSION);
        assertTrue(RuntimeMetaData.VERSION.startsWith("4.13"), RuntimeMetaData.VERSION);
    }

    @Test
    void aTestHasWireMockAJavalinAndDynamoDb(WireMockRuntimeInfo wireMock, DynamoDbClient dynamoDb) throws Exception {
        stubFor(get("/passenger").willReturn(ok("p1")));
        var passenger = body(wireMock.getHttpBaseUrl() + "/passenger");
        dynamoDb.putItem(put -> put.tableName("bookings")
                .item(Map.of("bookingId", AttributeValue.fromS("b1"), "passengerId", AttributeValue.fromS(passenger),
                        "flightDate", AttributeValue.fromN("20261126"))));
        var app = Javalin.create()
                .get("/flights", context -> context.result("" + flightsOf(dynamoDb, passenger)))
                .start("127.0.0.1", 0);
        try {
            assertEquals("1", body("http://127.0.0.1:" + app.port() + "/flights"));
        } finally {
            app.stop();
        }
    }

    private static int flightsOf(DynamoDbClient dynamoDb, String passenger) {
        return dynamoDb.query(query -> query.tableName("bookings")
                        .indexName("passenger-flight-index")
                        .keyConditionExpression("passengerId = :p")
                        .expressionAttributeValues(Map.of(":p", AttributeValue.fromS(passenger))))
                .count();
    }

    private static String body(String url) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
