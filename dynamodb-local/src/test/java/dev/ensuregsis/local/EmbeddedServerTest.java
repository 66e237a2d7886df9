package dev.ensuregsis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class EmbeddedServerTest {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void listensOnLoopbackOnly() {
        assertThat(server.uri().toString()).matches("http://127\\.0\\.0\\.1:[1-9]\\d*");
        assertThat(server.shared().uri()).isEqualTo(server.uri());
    }

    @Test
    void showsTheSharedDatabaseToAnyKeyInAnyRegion() {
        Tables.create(server.shared(), "shared-by-all");

        var other = new DynamoDbEndpoint(server.uri(), Region.EU_NORTH_1, "123456789012", "whatever");

        assertThat(Tables.namesIn(other)).contains("shared-by-all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"test-key", "test_key", "AKIA.IO+SF=", "123456789012"})
    void showsItToKeysOfAnyForm(String key) {
        Tables.create(server.shared(), "shared-by-" + Integer.toHexString(key.hashCode()));

        var other = new DynamoDbEndpoint(server.uri(), Region.EU_NORTH_1, key, "whatever");

        assertThat(Tables.namesIn(other)).contains("shared-by-" + Integer.toHexString(key.hashCode()));
    }

    @Test
    void saysWhatIsWrongWithARequestThatNobodySigned() throws Exception {
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(server.uri()).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("MissingAuthenticationToken");
    }

    @Test
    void refusesWhatIsNoJsonAndWhatIsNoOperation() {
        var raw = new RawRequests(server.shared());

        assertThat(raw.send("ListTables", "{\"Limit\": ").code()).isEqualTo("SerializationException");
        assertThat(raw.send("ListTables", "{\"Limit\": ").status()).isEqualTo(400);
        assertThat(raw.send("DropTables", "{}").code()).isEqualTo("UnknownOperationException");
    }

    @Test
    void hidesADatabaseOfItsOwnFromAllOthers() {
        try (var one = server.newDatabase();
                var another = server.newDatabase()) {
            Tables.create(one.endpoint(), "mine");

            assertThat(Tables.namesIn(one.endpoint())).containsExactly("mine");
            assertThat(Tables.namesIn(another.endpoint())).isEmpty();
            assertThat(Tables.namesIn(server.shared())).doesNotContain("mine");
        }
    }

    @Test
    void refusesTheKeyOfAClosedDatabase() {
        var database = server.newDatabase();
        database.close();

        assertThatThrownBy(() -> Tables.namesIn(database.endpoint()))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("was closed");
    }

    @Test
    void runsInAClassLoaderOfItsOwnByJdkTypesAlone() throws Exception {
        var paths = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
        var urls = paths.map(path -> url(Path.of(path))).toArray(URL[]::new);
        var thread = Thread.currentThread();
        var testsLoader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try (var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            var type = loader.loadClass(EmbeddedServer.class.getName());
            var separate = (AutoCloseable) type.getMethod("start").invoke(null);
            try (separate) {
                var endpoint = DynamoDbEndpoint.at((URI) type.getMethod("uri").invoke(separate));
                Tables.create(endpoint, "there");

                assertThat(Tables.namesIn(endpoint)).containsExactly("there");
                assertThat(Tables.namesIn(server.shared())).doesNotContain("there");
                takesAttributeNamesAsLongAsDynamoDbDoes(endpoint);
            }
            untilNoThreadIsLeftOf(loader);
        } finally {
            thread.setContextClassLoader(testsLoader);
        }
    }

    /** Asked of a server whose classes nobody had before: DynamoDB Local's may have been made by another test, without ours. */
    private static void takesAttributeNamesAsLongAsDynamoDbDoes(DynamoDbEndpoint endpoint) {
        var name = "n".repeat(65_535);
        try (var client = LocalClients.create(endpoint)) {
            client.putItem(put -> put.tableName("there")
                    .item(Map.of("id", AttributeValue.fromS("a"), name, AttributeValue.fromS("v"))));

            assertThat(client.scan(scan -> scan.tableName("there")).items())
                    .singleElement()
                    .satisfies(item -> assertThat(item).containsKey(name));
        }
    }

    /** SQLite's ends by itself a moment after its database was closed, and may load a class for it. */
    private static void untilNoThreadIsLeftOf(ClassLoader loader) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(Thread.getAllStackTraces().keySet())
                        .noneMatch(thread -> thread.getContextClassLoader() == loader));
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
