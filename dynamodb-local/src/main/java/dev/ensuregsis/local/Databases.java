package dev.ensuregsis.local;

import dev.ensuregsis.local.internal.lag.LaggingAccess;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import software.amazon.dynamodb.services.exceptions.AWSExceptionFactory;
import software.amazon.dynamodb.services.exceptions.AmazonServiceExceptionType;
import software.amazon.dynamodb.services.local.shared.access.LocalDBClient;
import software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess;
import software.amazon.dynamodb.services.local.shared.jobs.JobsRegister;

/** The databases behind one embedded server: one in memory for each minted key, one for all other keys. */
final class Databases implements AutoCloseable {

    /** What DynamoDB Local gives each of its databases: one each for stream shards and expiry, the others for indexes. */
    private static final int JOBS_PER_DATABASE = 10;

    private final MintedKeys keys = new MintedKeys();
    private final Map<String, InProcessDatabase> isolated = new ConcurrentHashMap<>();
    private final DatabaseOptions options;
    private final Function<DatabaseOptions, InProcessDatabase> maker;
    private final InProcessDatabase shared;

    /** None but the shared one. */
    Databases(DatabaseOptions options) {
        this(options, Databases::inMemory);
    }

    Databases(DatabaseOptions options, Function<DatabaseOptions, InProcessDatabase> maker) {
        this(options, maker, maker.apply(options));
    }

    private Databases(
            DatabaseOptions options, Function<DatabaseOptions, InProcessDatabase> maker, InProcessDatabase shared) {
        this.options = options;
        this.maker = maker;
        this.shared = shared;
        NativeLibraryCopy.takeBack();
    }

    /** None but the shared one, which is kept in a file. */
    static Databases sharedIn(File file, DatabaseOptions options) {
        return new Databases(
                options,
                Databases::inMemory,
                InProcessDatabase.of(new LocalDBClient(new SQLiteDBAccess(file), jobs()), options.strict(), null));
    }

    /** What the shared one shows of AWS, and others where nothing else is said. */
    DatabaseOptions options() {
        return options;
    }

    /** Opens a new database and returns its key. */
    String open(DatabaseOptions options) {
        var key = keys.mint();
        isolated.put(key, maker.apply(options));
        return key;
    }

    /**
     * The database of a key. A client that outlives its database must not end up in the shared one, where it would
     * disturb others.
     */
    InProcessDatabase of(String accessKeyId) {
        var database = isolated.get(accessKeyId);
        if (database != null) {
            return database;
        }
        if (keys.minted(accessKeyId)) {
            throw AWSExceptionFactory.buildAWSException(
                    AmazonServiceExceptionType.RESOURCE_NOT_FOUND_EXCEPTION,
                    "The database of access key " + accessKeyId
                            + " was closed, together with the test it was made for.");
        }
        return shared;
    }

    void close(String accessKeyId) {
        var database = isolated.remove(accessKeyId);
        if (database != null) {
            database.shutDown();
        }
    }

    /** Shuts all down; one that fails keeps none of the others up, and the first failure has the later ones with it. */
    @Override
    public void close() {
        Closing.all(all().stream().<Runnable>map(database -> database::shutDown).toList());
    }

    private List<InProcessDatabase> all() {
        var all = new ArrayList<InProcessDatabase>();
        isolated.keySet()
                .forEach(key -> Optional.ofNullable(isolated.remove(key)).ifPresent(all::add));
        all.add(shared);
        return all;
    }

    private static InProcessDatabase inMemory(DatabaseOptions options) {
        if (options.indexLag() == null) {
            return InProcessDatabase.of(new LocalDBClient(new SQLiteDBAccess(), jobs()), options.strict(), null);
        }
        var access =
                new LaggingAccess(new SQLiteDBAccess(), new SQLiteDBAccess(), options.indexLag(), System::nanoTime);
        return InProcessDatabase.of(new LocalDBClient(access, jobs()), options.strict(), access);
    }

    private static JobsRegister jobs() {
        return new JobsRegister(Executors.newFixedThreadPool(JOBS_PER_DATABASE, daemons()), false);
    }

    private static ThreadFactory daemons() {
        var count = new AtomicInteger();
        return job -> {
            var thread = new Thread(job, "dynamodb-local-job-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
