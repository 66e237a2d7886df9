package dev.ensuregsis.engine.internal.statetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.internal.control.FullAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveResponse;

/** What is read of a state table's description, and what is switched on that it lacks. */
class StateTableMakingTest {
    private final Answers client = new Answers();
    private final StateTableMaking making = new StateTableMaking(client, "states");

    @Test
    void whatIsLeftOutOfTheAnswerIsNeitherTheRightKeyNorActive() {
        var needed = Set.of(
                "Table.KeySchema",
                "Table.KeySchema[]",
                "Table.KeySchema[].AttributeName",
                "Table.KeySchema[].KeyType",
                "Table.AttributeDefinitions",
                "Table.AttributeDefinitions[]",
                "Table.AttributeDefinitions[].AttributeName",
                "Table.AttributeDefinitions[].AttributeType");
        client.table = FullAnswer.without(Set.of());
        var whole = making.describe();
        assertThat(whole.status()).isEqualTo(TableShape.ACTIVE);
        assertThat(whole.key()).isEqualTo("any (S, HASH)");

        for (var path : FullAnswer.paths()) {
            client.table = FullAnswer.without(Set.of(path));
            var shape = making.describe();
            assertThat(shape.key().equals(whole.key()))
                    .as("key without %s", path)
                    .isEqualTo(!needed.contains(path));
            assertThat(shape.status().equals(TableShape.ACTIVE))
                    .as("status without %s", path)
                    .isEqualTo(!path.equals("Table.TableStatus"));
        }
        client.table = FullAnswer.without(Set.copyOf(FullAnswer.paths()));
        assertThat(making.describe().key()).isEqualTo("not told");
    }

    @Test
    void anAnswerWithoutATableIsNone() {
        client.table = null;

        assertThatThrownBy(making::describe)
                .isInstanceOfSatisfying(
                        StateTableException.class,
                        e -> assertThat(e.fault())
                                .isEqualTo(new StateTableFault.Passing(
                                        "DescribeTable answered without a table or an error")));
    }

    @Test
    void aTableThatLacksNothingIsLeftAsItIs() {
        making.complete();

        assertThat(client.updates).isEmpty();
    }

    @Test
    void whatItLacksIsSwitchedOn() {
        client.ttl = TimeToLiveStatus.DISABLED;
        making.complete();
        assertThat(client.updates).containsExactly("UpdateTimeToLive");

        client.recovery = PointInTimeRecoveryStatus.DISABLED;
        making.complete();
        assertThat(client.updates).containsExactly("UpdateTimeToLive", "UpdateTimeToLive", "UpdateContinuousBackups");
    }

    @Test
    void whatIsNotToldIsTakenForLacking() {
        client.tellsNothing = true;

        making.complete();

        assertThat(client.updates).containsExactly("UpdateTimeToLive", "UpdateContinuousBackups");
    }

    /** As AWS answers for some seconds after a table has become ACTIVE. */
    @Test
    void backupsThatCantBeSwitchedOnYetPass() {
        client.recovery = PointInTimeRecoveryStatus.DISABLED;
        client.unavailable = true;

        assertThatThrownBy(making::complete)
                .isInstanceOfSatisfying(
                        StateTableException.class,
                        e -> assertThat(e.fault()).isInstanceOf(StateTableFault.Passing.class));
    }

    @Test
    void whatKnowsNoBackupsIsAskedForNone() {
        client.refused = error("UnknownOperationException", "An unknown operation was requested.");

        making.complete();

        assertThat(client.updates).isEmpty();
    }

    @Test
    void whoMayNotLookIsToldSo() {
        client.refused =
                error("AccessDeniedException", "not authorized to perform: dynamodb:DescribeContinuousBackups");

        assertThatThrownBy(making::complete)
                .isInstanceOfSatisfying(
                        StateTableException.class,
                        e -> assertThat(e.fault())
                                .isEqualTo(new StateTableFault.Denied(
                                        "not authorized to perform: dynamodb:DescribeContinuousBackups")));
    }

    private static AwsServiceException error(String code, String message) {
        return DynamoDbException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .statusCode(400)
                .build();
    }

    /** A client that answers what a test says. */
    private static final class Answers implements DynamoDbClient {
        private @Nullable TableDescription table;
        private TimeToLiveStatus ttl = TimeToLiveStatus.ENABLED;
        private PointInTimeRecoveryStatus recovery = PointInTimeRecoveryStatus.ENABLED;
        private boolean tellsNothing;
        private boolean unavailable;
        private @Nullable AwsServiceException refused;
        private final List<String> updates = new ArrayList<>();

        @Override
        public DescribeTableResponse describeTable(DescribeTableRequest request) {
            return DescribeTableResponse.builder().table(table).build();
        }

        @Override
        public DescribeTimeToLiveResponse describeTimeToLive(DescribeTimeToLiveRequest request) {
            return tellsNothing
                    ? DescribeTimeToLiveResponse.builder().build()
                    : DescribeTimeToLiveResponse.builder()
                            .timeToLiveDescription(told -> told.timeToLiveStatus(ttl))
                            .build();
        }

        @Override
        public UpdateTimeToLiveResponse updateTimeToLive(UpdateTimeToLiveRequest request) {
            assertThat(request.timeToLiveSpecification().attributeName()).isEqualTo("expires_at");
            updates.add("UpdateTimeToLive");
            return UpdateTimeToLiveResponse.builder().build();
        }

        @Override
        public DescribeContinuousBackupsResponse describeContinuousBackups(DescribeContinuousBackupsRequest request) {
            if (refused != null) {
                throw refused;
            }
            return tellsNothing
                    ? DescribeContinuousBackupsResponse.builder().build()
                    : DescribeContinuousBackupsResponse.builder()
                            .continuousBackupsDescription(told -> told.pointInTimeRecoveryDescription(
                                    description -> description.pointInTimeRecoveryStatus(recovery)))
                            .build();
        }

        @Override
        public UpdateContinuousBackupsResponse updateContinuousBackups(UpdateContinuousBackupsRequest request) {
            if (unavailable) {
                throw ContinuousBackupsUnavailableException.builder()
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("ContinuousBackupsUnavailableException")
                                .errorMessage("Backups are being enabled for the table: states. Please retry later")
                                .build())
                        .statusCode(400)
                        .build();
            }
            updates.add("UpdateContinuousBackups");
            return UpdateContinuousBackupsResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {}
    }
}
