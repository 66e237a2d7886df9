package dev.ensuregsis.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A global secondary index, as an element of {@link EnsureGsis#gsis()}.
 *
 * @since 0.1
 */
@Documented
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface Gsi {

    /**
     * The table's name; the table is one of {@link EnsureGsis#tables()}, {@link EnsureGsis#beans()} or the definitions.
     *
     * @return 3 to 255 of {@code a-zA-Z0-9_.-}
     */
    String table();

    /**
     * The index's name.
     *
     * @return 3 to 255 of {@code a-zA-Z0-9_.-}
     */
    String name();

    /**
     * The partition key: {@code "name"}, or {@code "name:S"}, {@code "name:N"} or {@code "name:B"} with its type. The type is
     * S where nothing else says it.
     *
     * @return one attribute; up to four for a multi-attribute key
     */
    String[] partitionKey();

    /**
     * The sort key, in the form of {@link #partitionKey()}.
     *
     * @return no attribute or one; up to four for a multi-attribute key
     */
    String[] sortKey() default {};

    /**
     * Which attributes the index holds.
     *
     * @return the projection; {@link Projection#INFERRED} by default
     */
    Projection projection() default Projection.INFERRED;

    /**
     * The attributes that the index holds besides the keys, for {@link Projection#INCLUDE}.
     *
     * @return attribute names
     */
    String[] nonKeyAttributes() default {};

    /** Which attributes of an item an index holds. */
    enum Projection {
        /**
         * {@link #INCLUDE} where {@link Gsi#nonKeyAttributes()} are given; else {@link #ALL} when the index is created, and
         * any where it exists.
         */
        INFERRED,
        /** Every attribute. */
        ALL,
        /** The keys of the index and of the table. */
        KEYS_ONLY,
        /** The keys and {@link Gsi#nonKeyAttributes()}. */
        INCLUDE
    }
}
