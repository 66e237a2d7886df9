package dev.ensuregsis.benchmarks.firsttest;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/** The same test classes without it. */
final class ByHand {
    static final List<Class<?>> CLASSES =
            List.of(First.class, Second.class, Third.class, Fourth.class, Fifth.class, Sixth.class, EmptyTables.class);

    private ByHand() {}

    /** Its tables are there before its first test, whichever class of the run made them. */
    abstract static class WithTables extends OneTest {
        @BeforeAll
        static void createTables() {
            for (int table = 0; table < HandWrittenTables.TABLES; table++) {
                try {
                    HandWrittenTables.create(table);
                } catch (ResourceInUseException e) {
                    // An earlier class made it.
                }
            }
        }
    }

    static class First extends WithTables {}

    static class Second extends WithTables {}

    static class Third extends WithTables {}

    static class Fourth extends WithTables {}

    static class Fifth extends WithTables {}

    static class Sixth extends WithTables {}

    static class EmptyTables extends ManyTests {
        @BeforeEach
        void createTablesAnew() {
            for (int table = 0; table < HandWrittenTables.TABLES; table++) {
                HandWrittenTables.delete(table);
                HandWrittenTables.create(table);
            }
        }
    }
}
