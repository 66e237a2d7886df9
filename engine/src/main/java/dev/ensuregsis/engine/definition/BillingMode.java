package dev.ensuregsis.engine.definition;

/** How a table's reads and writes are paid for, under the names of the DynamoDB API. */
public enum BillingMode {
    /** Capacity is stated beforehand, for the table and for each of its indexes. */
    PROVISIONED,
    /** On demand: no capacity is stated. */
    PAY_PER_REQUEST
}
