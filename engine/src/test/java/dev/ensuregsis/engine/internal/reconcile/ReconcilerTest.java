package dev.ensuregsis.engine.internal.reconcile;

import static dev.ensuregsis.engine.internal.reconcile.Bookings.BY_AGENT;
import static dev.ensuregsis.engine.internal.reconcile.Bookings.BY_DATE;
import static dev.ensuregsis.engine.internal.reconcile.Bookings.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.IndexRecord;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveReplica;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconcilerTest {
    private static final RunRules INDEXES_ONLY = new RunRules(false, false);
    private static final RunRules TABLES_TOO = new RunRules(true, false);
    private static final Duration MOMENT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofMinutes(3);

    private final Map<String, IndexRecord> records = new HashMap<>();

    @Nested
    class OnATableThatIsReady {
        @Test
        void createsTheFirstIndexThatIsMissing() {
            var decision = decide(live(TableStatus.ACTIVE));

            assertThat(decision).isInstanceOfSatisfying(Decision.CreateIndex.class, create -> {
                assertThat(create.call().index().name()).isEqualTo("by-agent");
                assertThat(create.call().attributeTypes()).isEqualTo(Map.of("agent", AttributeType.S));
            });
        }

        @Test
        void namesEveryAttributeOfTheKeyEvenThoseThatTheTableDefines() {
            adopted("by-agent");

            var decision = decide(live(TableStatus.ACTIVE, live(BY_AGENT, IndexStatus.ACTIVE)));

            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.CreateIndex.class,
                            create -> assertThat(create.call().attributeTypes())
                                    .isEqualTo(Map.of("flight", AttributeType.S, "date", AttributeType.N)));
        }

        @Test
        void takesATypeThatTheDefinitionLeavesOutFromTheTable() {
            var definition = Bookings.definition(Map.of(), List.of(BY_AGENT), null);

            var decision = decide(definition, live(TableStatus.ACTIVE), INDEXES_ONLY);

            assertThat(decision)
                    .isInstanceOfSatisfying(
                            Decision.CreateIndex.class,
                            create ->
                                    assertThat(create.call().attributeTypes()).containsEntry("agent", AttributeType.S));
        }

        @Test
        void failsWhereNobodyKnowsTheType() {
            var unheard = new IndexDefinition("by-seat", KeySchema.of("seat"), null, Capacity.UNSTATED);

            var decision = decide(
                    Bookings.definition(Map.of(), List.of(unheard), null), live(TableStatus.ACTIVE), INDEXES_ONLY);

            assertThat(decision).isInstanceOfSatisfying(Decision.Fail.class, fail -> {
                assertThat(fail.failure().code()).isEqualTo("AttributeTypeMissing");
                assertThat(fail.failure().message()).contains("seat");
            });
        }

        @Test
        void failsWhereDefinitionAndTableContradictEachOther() {
            var definition = Bookings.definition(Map.of("agent", AttributeType.N), List.of(BY_AGENT), null);

            assertThat(codeOf(decide(definition, live(TableStatus.ACTIVE), INDEXES_ONLY)))
                    .isEqualTo("AttributeTypeDiffers");
        }

        @Test
        void createsWithProjectionAllWhereNoneIsGiven() {
            var unstated = new IndexDefinition("by-agent", KeySchema.of("agent"), null, Capacity.UNSTATED);

            var decision = decide(
                    Bookings.definition(Bookings.TYPES, List.of(unstated), null),
                    live(TableStatus.ACTIVE),
                    INDEXES_ONLY);

            assertThat(created(decision).projection()).isEqualTo(Projection.ALL);
        }

        @Test
        void givesNoThroughputOnDemand() {
            var stated = new IndexDefinition("by-agent", KeySchema.of("agent"), null, Capacity.provisioned(5, 6));

            var decision = decide(
                    Bookings.definition(Bookings.TYPES, List.of(stated), null), live(TableStatus.ACTIVE), INDEXES_ONLY);

            assertThat(created(decision).capacity()).isEqualTo(Capacity.UNSTATED);
        }

        @Test
        void inheritsTheThroughputOfAProvisionedTable() {
            var provisioned = live(
                    TableStatus.ACTIVE, Bookings.TYPES, BillingMode.PROVISIONED, new Throughput(7L, 8L), List.of());

            var decision = decide(Bookings.indexes(), provisioned, INDEXES_ONLY);

            assertThat(created(decision).capacity()).isEqualTo(Capacity.provisioned(7, 8));
        }

        @Test
        void isDoneWhenEveryIndexIsThereInThisVeryLook() {
            adopted("by-agent");
            adopted("by-date");
            var complete =
                    live(TableStatus.ACTIVE, live(BY_AGENT, IndexStatus.ACTIVE), live(BY_DATE, IndexStatus.ACTIVE));

            assertThat(decide(complete)).isEqualTo(new Decision.Done());
            assertThat(decide(live(TableStatus.ACTIVE, live(BY_AGENT, IndexStatus.ACTIVE))))
                    .isInstanceOf(Decision.CreateIndex.class);
        }
    }

    @Nested
    class OnAnIndexThatExists {
        @Test
        void adoptsOneThatIsActiveAndAsDefined() {
            assertThat(decide(live(TableStatus.ACTIVE, live(BY_AGENT, IndexStatus.ACTIVE))))
                    .isEqualTo(new Decision.Adopt("by-agent"));
        }

        @Test
        void adoptsAnyProjectionWhereNoneIsDefined() {
            var unstated = new IndexDefinition("by-date", BY_DATE.keySchema(), null, Capacity.UNSTATED);

            var decision = decide(
                    Bookings.definition(Bookings.TYPES, List.of(unstated), null),
                    live(TableStatus.ACTIVE, live(BY_DATE, IndexStatus.ACTIVE)),
                    INDEXES_ONLY);

            assertThat(decision).isEqualTo(new Decision.Adopt("by-date"));
        }

        @Test
        void failsOneThatHasAnotherKeyAndShowsBothShapes() {
            var other =
                    new IndexDefinition("by-agent", KeySchema.of("agency"), Projection.KEYS_ONLY, Capacity.UNSTATED);

            var decision = decide(live(TableStatus.ACTIVE, live(other, IndexStatus.ACTIVE)));

            assertThat(decision).isInstanceOfSatisfying(Decision.Fail.class, fail -> {
                assertThat(fail.failure().code()).isEqualTo("IndexDiffers");
                assertThat(fail.failure().message()).contains("agent:S", "agency", "ALL", "KEYS_ONLY", "<- differs");
            });
        }

        @Test
        void failsOneWhoseKeyAttributesStandInAnotherOrder() {
            var other = new IndexDefinition(
                    "by-date", KeySchema.of("date", "flight"), BY_DATE.projection(), Capacity.UNSTATED);

            assertThat(codeOf(decide(live(TableStatus.ACTIVE, live(other, IndexStatus.ACTIVE)))))
                    .isEqualTo("IndexDiffers");
        }

        @Test
        void seesNoDifferenceWhereAnEmulatorForgetsTypes() {
            var forgetful = live(
                    TableStatus.ACTIVE,
                    Map.of(),
                    BillingMode.PAY_PER_REQUEST,
                    null,
                    List.of(),
                    live(BY_AGENT, IndexStatus.ACTIVE));

            assertThat(decide(forgetful)).isEqualTo(new Decision.Adopt("by-agent"));
        }

        @Test
        void waitsUntilEveryReplicaHasIt() {
            var replicating = live(
                    TableStatus.ACTIVE,
                    Bookings.TYPES,
                    BillingMode.PAY_PER_REQUEST,
                    null,
                    List.of(new LiveReplica("us-east-1", "ACTIVE", Map.of("by-agent", IndexStatus.CREATING))),
                    live(BY_AGENT, IndexStatus.ACTIVE));

            assertThat(decide(replicating)).isEqualTo(new Decision.Wait(Phase.REPLICA_CHANGING, null));
        }

        /** Its capacity changes, or its stream: a creation would be refused for it. */
        @Test
        void waitsForATableThatIsUpdatingThoughNoIndexIs() {
            var updating = live(TableStatus.UPDATING, Bookings.TYPES, BillingMode.PAY_PER_REQUEST, null, List.of());

            assertThat(decide(updating)).isEqualTo(new Decision.Wait(Phase.TABLE_UPDATING, null));
        }

        @Test
        void adoptsAnIndexThatEveryReplicaHasWhateverElseAReplicaBuilds() {
            var replicating = live(
                    TableStatus.ACTIVE,
                    Bookings.TYPES,
                    BillingMode.PAY_PER_REQUEST,
                    null,
                    List.of(new LiveReplica(
                            "us-east-1",
                            "ACTIVE",
                            Map.of("by-agent", IndexStatus.ACTIVE, "by-date", IndexStatus.CREATING))),
                    live(BY_AGENT, IndexStatus.ACTIVE),
                    live(BY_DATE, IndexStatus.ACTIVE));

            assertThat(decide(replicating)).isEqualTo(new Decision.Adopt("by-agent"));
        }
    }

    @Nested
    class OnATableThatIsBusy {
        @Test
        void waitsForAnIndexThatIsBuildingThoughTheTableReadsActive() {
            var backfilling = live(TableStatus.ACTIVE, live(BY_AGENT, IndexStatus.CREATING, true));

            assertThat(decide(backfilling)).isEqualTo(new Decision.Wait(Phase.BACKFILLING, "by-agent"));
        }

        @Test
        void waitsForAnIndexThatNobodyHereAskedFor() {
            var others = new IndexDefinition("by-fare", KeySchema.of("fare"), null, Capacity.UNSTATED);

            assertThat(decide(live(TableStatus.ACTIVE, live(others, IndexStatus.CREATING))))
                    .isEqualTo(new Decision.Wait(Phase.TABLE_BUSY, "by-fare"));
        }

        @Test
        void waitsForAnIndexOfOursThatSomebodyDeletes() {
            assertThat(decide(live(TableStatus.ACTIVE, live(BY_AGENT, IndexStatus.DELETING))))
                    .isEqualTo(new Decision.Wait(Phase.DELETING, "by-agent"));
        }

        @ParameterizedTest
        @EnumSource(names = {"CREATING", "UPDATING", "OTHER"})
        void waitsForTheTable(TableStatus status) {
            assertThat(decide(live(status))).isInstanceOf(Decision.Wait.class);
        }

        @ParameterizedTest
        @EnumSource(
                names = {
                    "DELETING",
                    "ARCHIVING",
                    "ARCHIVED",
                    "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
                    "REPLICATION_NOT_AUTHORIZED"
                })
        void failsWhereWaitingDoesNotHelp(TableStatus status) {
            assertThat(codeOf(decide(live(status)))).isEqualTo("TableUnusable");
        }
    }

    @Nested
    class WhenTheTriesAreUsedUp {
        @Test
        void givesUpWhatIsNotThere() {
            record("by-agent", Standing.EXHAUSTED, null, false);

            assertThat(decide(live(TableStatus.ACTIVE))).isEqualTo(new Decision.GiveUp("by-agent"));
            assertThat(decide(Bookings.whole(), null, TABLES_TOO)).isEqualTo(new Decision.GiveUp("by-agent"));
        }

        @Test
        void waitsForWhatTheLastTryBegan() {
            record("by-agent", Standing.EXHAUSTED, null, false);

            assertThat(decide(live(TableStatus.ACTIVE, live(BY_AGENT, IndexStatus.CREATING, true))))
                    .isEqualTo(new Decision.Wait(Phase.BACKFILLING, "by-agent"));
        }

        @Test
        void adoptsWhatTheLastTryMade() {
            record("by-agent", Standing.EXHAUSTED, null, false);

            assertThat(decide(live(TableStatus.ACTIVE, live(BY_AGENT, IndexStatus.ACTIVE))))
                    .isEqualTo(new Decision.Adopt("by-agent"));
        }
    }

    @Nested
    class OnAMissingTable {
        @Test
        void failsWithoutLeaveToCreateTables() {
            assertThat(codeOf(decide(Bookings.whole(), null, INDEXES_ONLY))).isEqualTo("TableMissing");
        }

        @Test
        void createsItWithAllItsIndexesInOneCall() {
            var decision = decide(Bookings.whole(), null, TABLES_TOO);

            assertThat(decision).isInstanceOfSatisfying(Decision.CreateTable.class, create -> {
                assertThat(create.call().indexes())
                        .extracting(IndexDefinition::name)
                        .containsExactly("by-agent", "by-date");
                assertThat(create.call().attributeTypes()).isEqualTo(Bookings.TYPES);
            });
        }

        @Test
        void saysThatAListOfIndexesIsNotEnough() {
            assertThat(decide(Bookings.indexes(), null, TABLES_TOO))
                    .isInstanceOfSatisfying(
                            Decision.Fail.class,
                            fail -> assertThat(fail.failure().nextStep().plainWords())
                                    .contains("\"bookings\": {\"KeySchema\""));
        }

        @Test
        void refusesATableThatCreateTableCantCarryButNotOnALocalServer() {
            var creation = new TableCreation(
                    KeySchema.of("id"),
                    BillingMode.PAY_PER_REQUEST,
                    Capacity.UNSTATED,
                    List.of(),
                    TableCreation.Settings.NONE,
                    List.of(new TableCreation.Beyond("point-in-time recovery", "CloudFormation")));
            var definition = Bookings.definition(Bookings.TYPES, List.of(BY_AGENT), creation);

            assertThat(codeOf(decide(definition, null, TABLES_TOO))).isEqualTo("TableNotCreatable");
            assertThat(decide(definition, null, new RunRules(true, true))).isInstanceOf(Decision.CreateTable.class);
        }

        @Test
        void waitsForOneThatWasAccepted() {
            var record = new TableRecord(MOMENT, false, records);

            assertThat(Reconciler.decide(Bookings.whole(), Optional.empty(), record, TABLES_TOO))
                    .isEqualTo(new Decision.Wait(Phase.CREATING_TABLE, null));
        }

        @Test
        void givesUpOneThatWasAcceptedAndNeverAppeared() {
            var record = new TableRecord(LONG, false, records);

            assertThat(codeOf(Reconciler.decide(Bookings.whole(), Optional.empty(), record, TABLES_TOO)))
                    .isEqualTo("NeverAppeared");
        }

        @Test
        void createsOneThatIsWantedForItself() {
            var bare = Bookings.definition(
                    Map.of("id", AttributeType.S), List.of(), TableCreation.onDemand(KeySchema.of("id")));

            assertThat(decide(bare, null, TABLES_TOO)).isInstanceOf(Decision.CreateTable.class);
            assertThat(decide(bare, live(TableStatus.CREATING), TABLES_TOO)).isInstanceOf(Decision.Wait.class);
            assertThat(decide(bare, live(TableStatus.ACTIVE), TABLES_TOO)).isEqualTo(new Decision.Done());
            assertThat(decide(bare, null, INDEXES_ONLY)).isEqualTo(new Decision.Done());
        }
    }

    @Test
    void failsTheIndexesOfATableThatHasAnotherKey() {
        var definition =
                Bookings.definition(Bookings.TYPES, List.of(BY_AGENT), TableCreation.onDemand(KeySchema.of("flight")));

        assertThat(decide(definition, live(TableStatus.ACTIVE), TABLES_TOO))
                .isInstanceOfSatisfying(Decision.Fail.class, fail -> {
                    assertThat(fail.failure().code()).isEqualTo("TableDiffers");
                    assertThat(fail.failure().message()).contains("flight:S", "id:S");
                });
    }

    @Nested
    class OnAnIndexThatIsAbsentThoughItShouldBeThere {
        @Test
        void waitsAMomentForOneThatWasAccepted() {
            record("by-agent", Standing.WANTED, MOMENT, false);

            assertThat(decide(live(TableStatus.ACTIVE))).isEqualTo(new Decision.Wait(Phase.ALLOCATING, "by-agent"));
        }

        @Test
        void givesUpOneThatWasAcceptedAndNeverAppeared() {
            record("by-agent", Standing.WANTED, LONG, false);

            assertThat(codeOf(decide(live(TableStatus.ACTIVE)))).isEqualTo("NeverAppeared");
        }

        @Test
        void doesNotGiveItUpWhileTheTableIsUpdating() {
            record("by-agent", Standing.WANTED, LONG, false);

            assertThat(decide(live(TableStatus.UPDATING))).isInstanceOf(Decision.Wait.class);
        }

        @Test
        void asksAgainForOneThatWasThereAndHasGone() {
            record("by-agent", Standing.WANTED, LONG, true);

            assertThat(decide(live(TableStatus.ACTIVE))).isEqualTo(new Decision.Vanished("by-agent"));
        }

        @Test
        void isLessPatientOnALocalServer() {
            record("by-agent", Standing.WANTED, Duration.ofSeconds(11), false);

            assertThat(codeOf(decide(Bookings.indexes(), live(TableStatus.ACTIVE), new RunRules(false, true))))
                    .isEqualTo("NeverAppeared");
        }
    }

    @Nested
    class OnWhatIsNotForThisRun {
        @Test
        void leavesWhatFailedBeforeUnlessItIsThere() {
            record("by-agent", Standing.FAILED_BEFORE, null, false);

            assertThat(decide(live(TableStatus.ACTIVE))).isEqualTo(new Decision.Leave("by-agent"));
            assertThat(decide(live(TableStatus.ACTIVE, live(BY_AGENT, IndexStatus.ACTIVE))))
                    .isEqualTo(new Decision.Adopt("by-agent"));
            assertThat(decide(live(TableStatus.ACTIVE, live(BY_AGENT, IndexStatus.CREATING))))
                    .isEqualTo(new Decision.Wait(Phase.ALLOCATING, "by-agent"));
        }

        @Test
        void leavesWhatIsPendingWhileOnlyFailedOnesAreRetried() {
            record("by-agent", Standing.NOT_THIS_RUN, null, false);

            assertThat(decide(live(TableStatus.ACTIVE, live(BY_AGENT, IndexStatus.CREATING))))
                    .isEqualTo(new Decision.Leave("by-agent"));
        }

        @Test
        void stillWaitsForItWhereItIsInTheWay() {
            record("by-agent", Standing.LEFT, null, false);

            assertThat(decide(live(TableStatus.ACTIVE, live(BY_AGENT, IndexStatus.CREATING))))
                    .isEqualTo(new Decision.Wait(Phase.ALLOCATING, "by-agent"));
        }

        @Test
        void isDoneWhereEverythingIsGivenUpOrLeft() {
            record("by-agent", Standing.LEFT, null, false);
            record("by-date", Standing.FAILED, null, false);

            assertThat(decide(live(TableStatus.ACTIVE))).isEqualTo(new Decision.Done());
        }
    }

    private Decision decide(LiveTable live) {
        return decide(Bookings.indexes(), live, INDEXES_ONLY);
    }

    private Decision decide(TableDefinition definition, @Nullable LiveTable live, RunRules rules) {
        return Reconciler.decide(definition, Optional.ofNullable(live), new TableRecord(null, false, records), rules);
    }

    private void adopted(String index) {
        records.put(index, new IndexRecord(Standing.WANTED, true, null, true));
    }

    private void record(String index, Standing standing, @Nullable Duration sinceTrace, boolean seen) {
        records.put(index, new IndexRecord(standing, false, sinceTrace, seen));
    }

    private static IndexDefinition created(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.CreateIndex.class);
        return ((Decision.CreateIndex) decision).call().index();
    }

    private static String codeOf(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Fail.class);
        return ((Decision.Fail) decision).failure().code();
    }
}
