package dev.ensuregsis.junit;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Notes what every client of this JVM sends; the SDK finds it by a resource of the class path. */
public final class SentCalls implements ExecutionInterceptor {
    private static final Map<URI, Queue<String>> OPERATIONS = new ConcurrentHashMap<>();

    /** The operations that a server was sent, in order, each as often as it was. */
    static List<String> to(URI server) {
        return List.copyOf(OPERATIONS.getOrDefault(server, new ConcurrentLinkedQueue<>()));
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        var request = context.httpRequest();
        var server = URI.create(request.protocol() + "://" + request.host() + ":" + request.port());
        OPERATIONS
                .computeIfAbsent(server, first -> new ConcurrentLinkedQueue<>())
                .add(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
    }
}
