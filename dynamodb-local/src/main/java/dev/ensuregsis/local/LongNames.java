package dev.ensuregsis.local;

import com.fasterxml.jackson.core.StreamReadConstraints;
import java.util.function.Supplier;

/**
 * Names of attributes may be 65,535 bytes long. A Jackson since 2.16 takes 50,000 characters for the name of a field, where
 * DynamoDB Local's own, an older one, takes any.
 */
final class LongNames {
    private static final int MOST_CHARACTERS = 65_535;

    /** Where DynamoDB Local keeps what it reads stored items with. */
    private static final String[] READERS = {
        "software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccess",
        "software.amazon.dynamodb.services.local.shared.access.sqlite.SQLiteDBAccessJob"
    };

    private LongNames() {}

    /** Makes something whose readers of JSON take long names. Jackson's default is another one meanwhile, for all of the JVM. */
    static synchronized <T> T allowedIn(Supplier<T> made) {
        var before = widen();
        try {
            for (var reader : READERS) {
                Class.forName(reader, true, LongNames.class.getClassLoader());
            }
            return made.get();
        } catch (ClassNotFoundException e) {
            throw new NoClassDefFoundError(e.getMessage());
        } finally {
            before.run();
        }
    }

    /** Gives back how to undo it. */
    private static Runnable widen() {
        try {
            var before = StreamReadConstraints.defaults();
            StreamReadConstraints.overrideDefaultStreamReadConstraints(
                    before.rebuild().maxNameLength(MOST_CHARACTERS).build());
            return () -> StreamReadConstraints.overrideDefaultStreamReadConstraints(before);
        } catch (LinkageError older) {
            // The Jackson that the user's build chose knows no such limit, or none that could be set.
            return () -> {};
        }
    }
}
