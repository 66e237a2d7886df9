package dev.ensuregsis.junit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ensuregsis.junit.EnsureGsisException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttemptTest {

    @ParameterizedTest
    @MethodSource
    void aFailureIsKeptAndThrownAgain(Throwable failure) {
        var tries = new AtomicInteger();
        var attempt = Attempt.<AutoCloseable>at(() -> {
            tries.incrementAndGet();
            throw AttemptTest.<RuntimeException>unchecked(failure);
        });

        assertThat(catchThrowable(attempt::get)).isSameAs(failure);
        assertThat(catchThrowable(attempt::get)).isSameAs(failure);
        assertThat(tries).hasValue(1);
    }

    static Stream<Throwable> aFailureIsKeptAndThrownAgain() {
        return Stream.of(new EnsureGsisException("no", null), new NoClassDefFoundError("gone"));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T unchecked(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void aValueIsMadeOnceAndClosedWithTheAttempt() throws Exception {
        var closed = new AtomicInteger();
        try (var attempt = Attempt.<AutoCloseable>at(() -> closed::incrementAndGet)) {
            assertThat(attempt.get()).isSameAs(attempt.get());
        }
        assertThat(closed).hasValue(1);
    }
}
