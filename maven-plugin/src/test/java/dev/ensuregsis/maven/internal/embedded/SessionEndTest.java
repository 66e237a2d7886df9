package dev.ensuregsis.maven.internal.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.AbstractExecutionListener;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.junit.jupiter.api.Test;

/** The server and the listener that was there before both hear of the session's end, whichever fails. */
class SessionEndTest {
    private final List<String> heard = new ArrayList<>();

    @Test
    void closesAtTheSessionsEndAndNotBefore() {
        var listener = SessionEnd.closing(() -> heard.add("closed"), telling(""));

        listener.sessionStarted(event());
        assertThat(heard).containsExactly("started");
        listener.sessionEnded(event());
        assertThat(heard).containsExactly("started", "ended", "closed");
    }

    @Test
    void needsNoOtherListener() {
        SessionEnd.closing(() -> heard.add("closed"), null).sessionEnded(event());

        assertThat(heard).containsExactly("closed");
    }

    @Test
    void closesAlthoughTheListenerFails() {
        var listener = SessionEnd.closing(() -> heard.add("closed"), telling("listener"));

        assertThatThrownBy(() -> listener.sessionEnded(event()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("listener");
        assertThat(heard).containsExactly("ended", "closed");
    }

    @Test
    void tellsTheFirstOfTwoFailures() {
        var listener = SessionEnd.closing(
                () -> {
                    throw new IllegalArgumentException("server");
                },
                telling("listener"));

        assertThatThrownBy(() -> listener.sessionEnded(event()))
                .hasMessage("listener")
                .hasSuppressedException(new IllegalArgumentException("server"));
    }

    private ExecutionListener telling(String failure) {
        return new AbstractExecutionListener() {
            @Override
            public void sessionStarted(ExecutionEvent event) {
                heard.add("started");
            }

            @Override
            public void sessionEnded(ExecutionEvent event) {
                heard.add("ended");
                if (!failure.isEmpty()) {
                    throw new IllegalStateException(failure);
                }
            }
        };
    }

    private static ExecutionEvent event() {
        return (ExecutionEvent) Proxy.newProxyInstance(
                ExecutionEvent.class.getClassLoader(),
                new Class<?>[] {ExecutionEvent.class},
                (proxy, method, arguments) -> null);
    }
}
