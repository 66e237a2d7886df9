package dev.ensuregsis.local.internal.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.dynamodb.services.local.shared.access.LocalDBAccess;

/**
 * What lags, method by method of DynamoDB Local's interface. Where this fails after a change of its version, see what is new,
 * and decide whether it is the table's alone.
 */
class LocalInterfaceTest {

    /** Goes to the tables, and the indexes need not know. */
    private static final String TABLES_ALONE = """
            dilateEventTimes(long)
            fetchAllTablesWithTimeToLiveEnabled()
            findAndRolloverActiveShards(String, long)
            getDeletionDateTimeForShard(String)
            getEarliestNonExpiredSequenceNumberForShard(String)
            getGSIByteSize(String, String)
            getGSIItemCount(String, String)
            getGSIsByStatusFromAllTables(IndexStatus, Boolean)
            getLSIByteSize(String, String)
            getLSIItemCount(String, String)
            getLatestSequenceNumberForShard(String)
            getLockForTable(String)
            getRecord(String, Map)
            getSequenceNumberStartForShard(String)
            getStreamInfo(String, String, Integer, String, String)
            getStreamInfo(String, String, Integer, String, String, String)
            getStreamRecords(Integer, ShardIterator)
            getTableByteSize(String)
            getTableInfo(String)
            getTableItemCount(String)
            listTables(String, Long)
            numberOfSubscriberWideInflightOnlineCreateIndexesOperations()
            optimizeDBBeforeStartup()
            shardIsNotExpired(String)
            updateTable(String, String)
            """;

    /** Reaches the second copy: at once what makes and changes tables, later what writes; and what reads an index. */
    private static final String LAGS = """
            backfillGSI(String, String)
            close()
            createGSIColumns(String, String)
            createTable(String, AttributeDefinition, AttributeDefinition, List, List, List, ProvisionedThroughput, OnDemandThroughput, BillingMode, Boolean, StreamSpecification)
            deleteGSI(String, String)
            deleteTable(String)
            updateTable(String, ProvisionedThroughput, OnDemandThroughput, BillingMode, long, List, List, Boolean, StreamSpecification)
            queryRecords(String, String, Map, Map, Long, boolean, byte[], byte[], boolean, boolean)
            beginTransaction(String)
            commitTransaction(String, byte[])
            deleteRecord(String, Map, boolean)
            putRecord(String, Map, AttributeValue, AttributeValue, boolean)
            rollbackTransaction()
            """;

    @Test
    void isTheOneThatTheIndexesWereMadeFor() {
        assertThat(signatures(LocalDBAccess.class))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(TABLES_ALONE.lines(), LAGS.lines()).toList());
    }

    @Test
    void isOverriddenWhereItLagsAndHandedOnElsewhere() {
        assertThat(signatures(ForwardingAccess.class)).containsAll(signatures(LocalDBAccess.class));
        assertThat(signatures(LaggingAccess.class)).containsAll(LAGS.lines().toList());
        assertThat(signatures(LaggingAccess.class))
                .doesNotContainAnyElementsOf(TABLES_ALONE.lines().toList());
    }

    private static Set<String> signatures(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(LocalInterfaceTest::signature)
                .collect(Collectors.toSet());
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
