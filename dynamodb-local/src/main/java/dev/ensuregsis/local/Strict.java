package dev.ensuregsis.local;

/**
 * How much a database of an {@link EmbeddedServer} refuses that AWS refuses and DynamoDB Local, as it is, lets pass.
 *
 * @since 0.1
 */
public enum Strict {

    /**
     * What AWS surely refuses: it breaks only tests of code that would fail on AWS. Where DynamoDB Local refuses too, but
     * says less, the message begins with AWS's.
     */
    DEFAULT,

    /**
     * Also what is less sure, or may be in the way of a test: a table can't be deleted while one of its indexes is built; a
     * transaction that AWS cancels is cancelled; a few rules whose texts nobody has measured.
     */
    ALL,

    /** Nothing more than DynamoDB Local. */
    OFF
}
