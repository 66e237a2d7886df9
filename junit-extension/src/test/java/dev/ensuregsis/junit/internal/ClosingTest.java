package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.local.EmbeddedServer;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What fails to close keeps nothing else open")
class ClosingTest {
    private final Exception first = new Exception("first");
    private final Error second = new AssertionError("second");
    private final List<String> closed = new ArrayList<>();

    @Test
    void allAreClosedAndTheFirstFailureIsToldWithTheOthers() {
        var things = new ArrayDeque<AutoCloseable>();
        things.add(() -> closed.add("a"));
        things.add(() -> fail(first));
        things.add(() -> fail(second));
        things.add(() -> fail(first));
        things.add(() -> closed.add("b"));

        assertThatThrownBy(() -> Closing.all(things)).isSameAs(first).hasSuppressedException(second);

        assertThat(closed).containsExactly("a", "b");
        assertThat(things).isEmpty();
    }

    @Test
    void anErrorIsToldToo() {
        var things = new ArrayDeque<AutoCloseable>(List.of(() -> fail(second), () -> closed.add("a")));
        assertThatThrownBy(() -> Closing.all(things)).isSameAs(second);
        assertThat(closed).containsExactly("a");
    }

    @Test
    void aDatabaseDoesAllItsSteps() {
        try (var server = EmbeddedServer.start()) {
            var database = EnsuredDatabase.owned(server, server.newDatabase());
            database.whenClosed(() -> closed.add("added first, closed last"));
            database.whenClosed(() -> fail(second));
            database.whenClosed(() -> fail(first));

            assertThatThrownBy(database::close).isSameAs(first).hasSuppressedException(second);

            assertThat(closed).containsExactly("added first, closed last");
            assertThatThrownBy(() -> server.inProcess(database.endpoint())).hasMessageContaining("was closed");
        }
    }

    @Test
    void aServerIsStoppedWhateverItsSharedDatabaseDoes() {
        var server = EmbeddedServer.start();
        var running = new RunningServer(server);
        running.shared().whenClosed(() -> fail(first));

        assertThatThrownBy(running::close).isSameAs(first);

        assertThatThrownBy(() -> get(server.uri())).isInstanceOf(ConnectException.class);
    }

    private static void get(URI uri) throws Exception {
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding());
    }

    private static void fail(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (Exception) failure;
    }
}
