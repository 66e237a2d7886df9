package dev.ensuregsis.engine.spi;

import java.util.Optional;

/**
 * The items of tables, to be read and nothing else: whoever is handed this can change nothing. Implementations are
 * thread-safe; calls block until answered and are not retried below.
 */
public interface TableItems {

    /**
     * Looks at one table (DescribeTable).
     *
     * @param tableName the table
     * @return what DynamoDB says of it; empty if there is no such table
     * @throws ControlPlaneException if it could not be asked
     */
    Optional<ReadableTable> describeTable(String tableName);

    /**
     * Reads one page of one segment (Scan), eventually consistent: half the price.
     *
     * @param call which page
     * @return the page
     * @throws ControlPlaneException if it was refused, or if no answer came
     */
    ItemPage scan(ScanCall call);

    /**
     * What is known of the account behind this without asking a table. Makes no call.
     *
     * @return what is known
     */
    Target target();

    /**
     * The account of the credentials in use, asked for where no table's ARN tells it. May make one call to STS.
     *
     * @return the account's 12 digits; empty if neither the credentials nor STS tell
     */
    Optional<String> callerAccount();

    /**
     * Whether this is an emulator on this machine, which has no capacity to spare.
     *
     * @return true for a local endpoint
     */
    boolean isLocal();
}
