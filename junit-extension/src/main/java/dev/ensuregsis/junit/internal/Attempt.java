package dev.ensuregsis.junit.internal;

import java.util.function.Supplier;

/**
 * What came of something that is tried once: a value, or the failure that everybody who asks for it meets. Closed with the
 * JUnit store that keeps it.
 *
 * @param <T> the value, closed with this
 */
sealed interface Attempt<T extends AutoCloseable> extends AutoCloseable {

    /** Tries. */
    static <T extends AutoCloseable> Attempt<T> at(Supplier<T> supplier) {
        try {
            return new Succeeded<>(supplier.get());
        } catch (RuntimeException | LinkageError e) {
            return new Failed<>(e);
        }
    }

    /** The value; else the failure, thrown. */
    T get();

    /** It went well. */
    record Succeeded<T extends AutoCloseable>(T value) implements Attempt<T> {
        @Override
        public T get() {
            return value;
        }

        @Override
        public void close() throws Exception {
            value.close();
        }
    }

    /** It didn't. */
    record Failed<T extends AutoCloseable>(Throwable failure) implements Attempt<T> {
        @Override
        public T get() {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }

        @Override
        public void close() {}
    }
}
