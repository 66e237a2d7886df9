package dev.ensuregsis.maven.internal.embedded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.ExecutionListener;
import org.jspecify.annotations.Nullable;

/** A plugin without extensions hears of the session's end only through the listener of the session's request. */
final class SessionEnd {
    private static final Method ENDED = ended();

    private SessionEnd() {}

    /** A listener that tells another one everything, and closes something when the session has ended, come what may. */
    static ExecutionListener closing(AutoCloseable open, @Nullable ExecutionListener told) {
        InvocationHandler tell = (proxy, method, arguments) -> {
            try {
                return told == null ? null : method.invoke(told, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        };
        InvocationHandler tellAndClose = (proxy, method, arguments) -> {
            try (open) {
                return tell.invoke(proxy, method, arguments);
            }
        };
        return (ExecutionListener) Proxy.newProxyInstance(
                ExecutionListener.class.getClassLoader(),
                new Class<?>[] {ExecutionListener.class},
                (proxy, method, arguments) ->
                        (method.equals(ENDED) ? tellAndClose : tell).invoke(proxy, method, arguments));
    }

    private static Method ended() {
        try {
            return ExecutionListener.class.getMethod("sessionEnded", ExecutionEvent.class);
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
