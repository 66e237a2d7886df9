package dev.ensuregsis.engine.definition;

import java.util.HashSet;
import java.util.List;

/** Which attributes of an item an index holds. */
public sealed interface Projection {

    /** The most attributes that {@link Include} may name. Source: DynamoDB's service model. */
    int MAX_NON_KEY_ATTRIBUTES = 20;

    /** Every attribute. */
    Projection ALL = new All();

    /** The keys of the index and of the table, nothing else. */
    Projection KEYS_ONLY = new KeysOnly();

    /** Every attribute. */
    record All() implements Projection {
        @Override
        public String toString() {
            return "ALL";
        }
    }

    /** The keys of the index and of the table, nothing else. */
    record KeysOnly() implements Projection {
        @Override
        public String toString() {
            return "KEYS_ONLY";
        }
    }

    /**
     * The keys and the attributes named. Their order means nothing to DynamoDB, so they are kept sorted and two
     * projections of the same attributes are equal.
     *
     * @param nonKeyAttributes 1 to 20 names, none twice
     */
    record Include(List<String> nonKeyAttributes) implements Projection {
        /**
         * Copies and sorts the list.
         *
         * @throws IllegalArgumentException if it is empty, longer than 20, or names an attribute twice or by no valid
         *     name
         */
        public Include {
            if (nonKeyAttributes.isEmpty()) {
                throw new IllegalArgumentException("ProjectionType INCLUDE needs at least one of NonKeyAttributes");
            }
            if (nonKeyAttributes.size() > MAX_NON_KEY_ATTRIBUTES) {
                throw new IllegalArgumentException("NonKeyAttributes names at most " + MAX_NON_KEY_ATTRIBUTES
                        + " attributes, not " + nonKeyAttributes.size());
            }
            nonKeyAttributes.forEach(
                    attribute -> Names.attributeFault(attribute).ifPresent(fault -> {
                        throw new IllegalArgumentException(fault);
                    }));
            if (new HashSet<>(nonKeyAttributes).size() < nonKeyAttributes.size()) {
                throw new IllegalArgumentException("NonKeyAttributes names an attribute twice: " + nonKeyAttributes);
            }
            nonKeyAttributes = nonKeyAttributes.stream().sorted().toList();
        }

        @Override
        public String toString() {
            return "INCLUDE " + nonKeyAttributes;
        }
    }
}
