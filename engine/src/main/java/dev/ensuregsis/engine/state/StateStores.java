package dev.ensuregsis.engine.state;

import dev.ensuregsis.engine.internal.state.BesideAnother;
import dev.ensuregsis.engine.internal.state.FileStateStore;
import dev.ensuregsis.engine.internal.state.InMemoryStateStore;
import dev.ensuregsis.engine.internal.state.LockRules;
import dev.ensuregsis.engine.internal.state.StateFile;
import dev.ensuregsis.engine.internal.statetable.SdkStateRequests;
import dev.ensuregsis.engine.internal.statetable.TableRules;
import dev.ensuregsis.engine.internal.statetable.TableStateStore;
import dev.ensuregsis.engine.spi.Disk;
import dev.ensuregsis.engine.spi.StateStore;
import java.nio.file.Path;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The places that a state can be kept in. */
public final class StateStores {
    private StateStores() {}

    /**
     * In {@code .gsi_creation_state.json} of a directory, which is made at the first change where it is missing.
     *
     * @param scriptName who runs; recorded in a new file
     * @param directory where the file lies
     * @param options how it is locked
     * @return the store; nothing is read yet
     */
    public static StateStore inFile(String scriptName, Path directory, StateOptions options) {
        return new FileStateStore(scriptName, new StateFile(directory, Disk.LOCAL), lockRules(scriptName, options));
    }

    /**
     * In a DynamoDB table, which may hold many states: one for each name, account and region. While it is open it is held by
     * a lease of a minute, which this process renews. What is kept there can be read by name and account alone, from any
     * machine.
     *
     * @param scriptName who runs; part of the key
     * @param client a client of the table's account and region, which may be others than those of the indexes; stays the
     *     caller's to close
     * @param tableName the table
     * @param options how it is used
     * @return the store; nothing is asked yet
     */
    public static StateStore inTable(String scriptName, DynamoDbClient client, String tableName, TableOptions options) {
        return new TableStateStore(
                scriptName,
                new SdkStateRequests(client, tableName),
                new TableRules(lockRules(scriptName, options.locking()), lease(), options.createTable()));
    }

    /**
     * A store beside which there may be the state of another that was used before: that is taken in whole at the first
     * change, and put away where it was.
     *
     * @param store where the state is kept from now on
     * @param before where it was kept
     * @return a store that goes on with what it takes in
     */
    public static StateStore takingIn(StateStore store, StateStore before) {
        return new BesideAnother(store, before, true);
    }

    /**
     * A store beside which there may be the state of another that was used before: where both hold something, a run is
     * refused with both described.
     *
     * @param store where the state is kept from now on
     * @param before where it was kept
     * @return a store that refuses to choose
     */
    public static StateStore refusingTwo(StateStore store, StateStore before) {
        return new BesideAnother(store, before, false);
    }

    /** Not to be set by users: what a shorter one is good for is a test that doesn't take minutes. */
    private static Duration lease() {
        var millis = Long.getLong("dev.ensuregsis.lease-millis");
        return millis == null ? TableRules.LEASE : Duration.ofMillis(millis);
    }

    /**
     * In memory only: gone with the store.
     *
     * @param scriptName who runs
     * @return the store
     */
    public static StateStore inMemory(String scriptName) {
        return new InMemoryStateStore(scriptName);
    }

    private static LockRules lockRules(String scriptName, StateOptions options) {
        var activity = options.activity() == null ? scriptName : options.activity();
        var wait = options.longestWait();
        return switch (options.lockPolicy()) {
            case REFUSE -> new LockRules(activity, true, Duration.ZERO, Duration.ZERO, options.whenWaiting());
            case TAKE_TURNS_IN_THIS_JVM -> new LockRules(activity, true, wait, Duration.ZERO, options.whenWaiting());
            case TAKE_TURNS -> new LockRules(activity, true, wait, wait, options.whenWaiting());
            case NONE -> new LockRules(activity, false, Duration.ZERO, Duration.ZERO, options.whenWaiting());
        };
    }
}
