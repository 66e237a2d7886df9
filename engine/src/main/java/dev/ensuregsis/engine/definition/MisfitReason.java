package dev.ensuregsis.engine.definition;

import org.jspecify.annotations.Nullable;

/** Why an item that has attributes of an index's key is not in the index. It holds no value of the item. */
public sealed interface MisfitReason {

    /**
     * The attribute at fault.
     *
     * @return its name
     */
    String attribute();

    /**
     * The reason for a reader.
     *
     * @return a sentence without its full stop, beginning with the attribute's name
     */
    String told();

    /**
     * The value is of a type that the key isn't.
     *
     * @param attribute the attribute
     * @param expected the type that is defined; null where none is known
     * @param actual the value's type, under the API's name
     */
    record WrongType(String attribute, @Nullable AttributeType expected, String actual) implements MisfitReason {
        @Override
        public String told() {
            return attribute + " is of type " + actual + not(expected);
        }
    }

    /**
     * The value is NULL, which isn't the same as none.
     *
     * @param attribute the attribute
     * @param expected the type that is defined; null where none is known
     */
    record Null(String attribute, @Nullable AttributeType expected) implements MisfitReason {
        @Override
        public String told() {
            return attribute + " is NULL" + not(expected);
        }
    }

    /**
     * The value has no length.
     *
     * @param attribute the attribute
     * @param type string or binary
     */
    record Empty(String attribute, AttributeType type) implements MisfitReason {
        @Override
        public String told() {
            return attribute + " is an empty " + (type == AttributeType.B ? "binary" : "string");
        }
    }

    /**
     * The value is longer than a key may be.
     *
     * @param attribute the attribute
     * @param bytes how long it is; a string in UTF-8
     * @param mostBytes how long it may be
     */
    record TooLong(String attribute, int bytes, int mostBytes) implements MisfitReason {
        @Override
        public String told() {
            return attribute + " is " + bytes + " bytes long, over " + mostBytes;
        }
    }

    /**
     * The item has other attributes of this half of a multi-attribute key, and not this one.
     *
     * @param attribute the attribute
     */
    record PartMissing(String attribute) implements MisfitReason {
        @Override
        public String told() {
            return attribute + " is missing, and others of its multi-attribute key are there";
        }
    }

    private static String not(@Nullable AttributeType expected) {
        return expected == null ? ", which no key can be" : ", not " + expected;
    }
}
