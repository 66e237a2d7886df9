package dev.ensuregsis.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The key of a table, or the bean that has it, as an element of {@link EnsureGsis#tables()}.
 *
 * <p>Together with {@link Gsi} it replaces a definitions file; beside one in list form it says the key that such a file
 * leaves out. What several sources say of one table is put together, and refused where they contradict each other.
 *
 * @since 0.1
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface Table {

    /**
     * The table's name.
     *
     * @return 3 to 255 of {@code a-zA-Z0-9_.-}
     */
    String name();

    /**
     * The partition key: {@code "name"}, or {@code "name:S"}, {@code "name:N"} or {@code "name:B"} with its type. The type is
     * S where nothing else says it.
     *
     * @return the attribute; empty where a {@link #bean()} has it
     */
    String partitionKey() default "";

    /**
     * The sort key, in the form of {@link #partitionKey()}.
     *
     * @return the attribute; empty for none
     */
    String sortKey() default "";

    /**
     * A class with DynamoDbEnhanced annotations that has the table's key and its indexes.
     *
     * @return the class; {@code void.class} for none
     */
    Class<?> bean() default void.class;
}
