package dev.ensuregsis.engine.definition;

/** The scalar types that DynamoDB allows for an attribute of a key, under the names of its API. */
public enum AttributeType {
    /** String. */
    S,
    /** Number. */
    N,
    /** Binary. */
    B
}
