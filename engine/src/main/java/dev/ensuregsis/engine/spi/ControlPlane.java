package dev.ensuregsis.engine.spi;

import java.util.Optional;
import java.util.Set;

/**
 * DynamoDB's control plane, as far as this tool may use it. There is no way to delete anything. Implementations are
 * thread-safe; calls block until answered and are not retried below except by the SDK's own rule.
 */
public interface ControlPlane {

    /**
     * Looks at one table (DescribeTable).
     *
     * @param tableName the table
     * @return what DynamoDB says of it; empty if there is no such table
     * @throws ControlPlaneException if it could not be asked
     */
    Optional<LiveTable> describeTable(String tableName);

    /**
     * Names all tables there are (ListTables, page after page). The engine asks only an emulator for it: on an account it
     * needs no permission for more than the other calls.
     *
     * @return the names
     * @throws ControlPlaneException if it could not be asked
     */
    Set<String> listTables();

    /**
     * Asks for a table with all its indexes (CreateTable). Returns when the request is accepted, not when it is done.
     *
     * @param call what to create
     * @return the table as the answer shows it; empty if it shows none
     * @throws ControlPlaneException if it was refused, or if no answer came
     */
    Optional<LiveTable> createTable(CreateTableCall call);

    /**
     * Asks for one index on an existing table (UpdateTable). Returns when the request is accepted, not when it is done.
     *
     * @param call what to create
     * @throws ControlPlaneException if it was refused, or if no answer came
     */
    void createIndex(CreateIndexCall call);

    /**
     * What is known of the account behind this control plane without asking a table: region and endpoint from the
     * client; the account only if the credentials carry it. Makes no call.
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
     * Whether this is an emulator on this machine, where waits are short.
     *
     * @return true for a local endpoint
     */
    boolean isLocal();

    /**
     * The same, whose changes leave only while they may. One that knows the moment at which a call leaves asks then; by
     * default it is asked before the call is made.
     *
     * @param guard is asked before each change
     * @return a control plane whose changes fail with {@link ControlPlaneFault.NotSent} when the guard says so
     */
    default ControlPlane guardedBy(ChangeGuard guard) {
        return new GuardedControlPlane(this, guard);
    }
}
