package dev.ensuregsis.engine.internal.reconcile;

import static dev.ensuregsis.engine.internal.reconcile.Bookings.BY_AGENT;
import static dev.ensuregsis.engine.internal.reconcile.Bookings.BY_DATE;
import static dev.ensuregsis.engine.internal.reconcile.Bookings.live;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.Capacity;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.IndexRecord;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.RemovalRecord;
import dev.ensuregsis.engine.spi.LiveBesides;
import dev.ensuregsis.engine.spi.LiveBesides.LiveVectorIndex;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is decided of an index that is to go; by-agent as it was before is {@link #OTHERWISE}. */
class RemovalRulesTest {
    private static final RunRules RULES = new RunRules(false, false);
    private static final Duration MOMENT = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofMinutes(3);
    private static final IndexDefinition OTHERWISE =
            new IndexDefinition("by-agent", KeySchema.of("flight"), Projection.ALL, Capacity.UNSTATED);
    private static final IndexDefinition DATE_OTHERWISE =
            new IndexDefinition("by-date", KeySchema.of("flight"), Projection.ALL, Capacity.UNSTATED);
    private static final IndexDefinition UNDEFINED =
            new IndexDefinition("old", KeySchema.of("flight"), Projection.ALL, Capacity.UNSTATED);
    private static final TableDefinition NOTHING_DEFINED = Bookings.definition(Map.of(), List.of(), null);

    private final Map<String, IndexRecord> records = new LinkedHashMap<>();

    @Test
    void deletesWhatIsAsItWasShownOnATableThatIsReady() {
        leaving(UNDEFINED, false, null);

        assertThat(decide(NOTHING_DEFINED, live(TableStatus.ACTIVE, active(UNDEFINED))))
                .isEqualTo(new Decision.DeleteIndex("bookings", shape(UNDEFINED)));
    }

    @Test
    void deletesNothingThatWasNotNamed() {
        leaving(UNDEFINED, true, null);

        assertThat(decide(NOTHING_DEFINED, live(TableStatus.ACTIVE, active(OTHERWISE))))
                .isEqualTo(new Decision.Done());
    }

    @ParameterizedTest
    @EnumSource(
            value = TableStatus.class,
            names = {"CREATING", "UPDATING"})
    void waitsForTheTable(TableStatus busy) {
        leaving(UNDEFINED, false, null);

        assertThat(decide(NOTHING_DEFINED, live(busy, active(UNDEFINED)))).isInstanceOf(Decision.Wait.class);
    }

    @Test
    void waitsForAnotherIndexOfTheTable() {
        leaving(UNDEFINED, false, null);

        assertThat(decide(
                        NOTHING_DEFINED,
                        live(TableStatus.ACTIVE, active(UNDEFINED), live(BY_DATE, IndexStatus.CREATING))))
                .isEqualTo(new Decision.Wait(Phase.TABLE_BUSY, "by-date"));
    }

    @Test
    void waitsForAVectorIndexOfTheTable() {
        leaving(UNDEFINED, false, null);
        var vectors = new LiveBesides(List.of(), List.of(new LiveVectorIndex("likeness", IndexStatus.CREATING)));

        assertThat(decide(NOTHING_DEFINED, with(vectors, live(TableStatus.ACTIVE, active(UNDEFINED)))))
                .isEqualTo(new Decision.Wait(Phase.VECTOR_INDEX_CHANGING, null));
    }

    @Test
    void whileItIsAllocatedItIsWaitedForAndWhileItBackfillsItMayGo() {
        leaving(UNDEFINED, false, null);

        assertThat(decide(NOTHING_DEFINED, live(TableStatus.UPDATING, live(UNDEFINED, IndexStatus.CREATING))))
                .isEqualTo(new Decision.Wait(Phase.ALLOCATING, "old"));
        assertThat(decide(NOTHING_DEFINED, live(TableStatus.ACTIVE, live(UNDEFINED, IndexStatus.CREATING, true))))
                .isInstanceOf(Decision.DeleteIndex.class);
    }

    @Test
    void whatBackfillsGoesBeforeWhatIsActive() {
        leaving(UNDEFINED, false, null);
        leaving(DATE_OTHERWISE, false, null);

        assertThat(decide(
                        NOTHING_DEFINED,
                        live(TableStatus.ACTIVE, active(UNDEFINED), live(DATE_OTHERWISE, IndexStatus.CREATING, true))))
                .isEqualTo(new Decision.DeleteIndex("bookings", shape(DATE_OTHERWISE)));
    }

    @Test
    void anAcceptedDeletionIsWaitedForAndGivenUpWhereNothingComesOfIt() {
        leaving(UNDEFINED, false, MOMENT);
        assertThat(decide(NOTHING_DEFINED, live(TableStatus.ACTIVE, active(UNDEFINED))))
                .isEqualTo(new Decision.Wait(Phase.DELETING, "old"));

        leaving(UNDEFINED, false, LONG);
        assertThat(codeOf(decide(NOTHING_DEFINED, live(TableStatus.ACTIVE, active(UNDEFINED)))))
                .isEqualTo("NeverDeleted");
    }

    @Test
    void waitsWhileItGoes() {
        leaving(UNDEFINED, false, MOMENT);

        assertThat(decide(NOTHING_DEFINED, live(TableStatus.UPDATING, live(UNDEFINED, IndexStatus.DELETING))))
                .isEqualTo(new Decision.Wait(Phase.DELETING, "old"));
    }

    @Test
    void whatIsAbsentIsGoneUnlessItWasThereAMomentAgoAndNobodyAskedForIt() {
        leaving(UNDEFINED, false, MOMENT);
        assertThat(decide(NOTHING_DEFINED, live(TableStatus.ACTIVE))).isEqualTo(new Decision.Gone("old"));

        records.put(
                "old",
                new IndexRecord(
                        Standing.WANTED, false, MOMENT, true, new RemovalRecord(shape(UNDEFINED), false, null)));
        assertThat(decide(NOTHING_DEFINED, live(TableStatus.ACTIVE))).isInstanceOf(Decision.Wait.class);

        records.put(
                "old",
                new IndexRecord(Standing.WANTED, false, LONG, true, new RemovalRecord(shape(UNDEFINED), false, null)));
        assertThat(decide(NOTHING_DEFINED, live(TableStatus.ACTIVE))).isEqualTo(new Decision.Gone("old"));
    }

    @Test
    void whatIsNotAsItWasShownStays() {
        leaving(UNDEFINED, false, null);
        var another = new IndexDefinition("old", KeySchema.of("agent"), Projection.ALL, Capacity.UNSTATED);

        assertThat(codeOf(decide(NOTHING_DEFINED, live(TableStatus.ACTIVE, active(another)))))
                .isEqualTo("IndexChanged");
    }

    @Test
    void whatCantBeMadeAgainStays() {
        leaving(UNDEFINED, false, null);
        var untold = new LiveIndex("old", IndexStatus.ACTIVE, false, null, null, null, 0, 0);

        assertThat(codeOf(decide(NOTHING_DEFINED, live(TableStatus.ACTIVE, untold))))
                .isEqualTo("ShapeNotTold");
    }

    @Test
    void aMissingTableIsNoDeletedIndexUnlessItWasAskedFor() {
        leaving(UNDEFINED, false, null);
        assertThat(codeOf(Reconciler.decide(
                        NOTHING_DEFINED, Optional.empty(), new TableRecord(null, false, records), RULES)))
                .isEqualTo("TableMissing");

        leaving(UNDEFINED, false, MOMENT);
        assertThat(Reconciler.decide(NOTHING_DEFINED, Optional.empty(), new TableRecord(null, false, records), RULES))
                .isEqualTo(new Decision.Gone("old"));
    }

    @Test
    void whatIsReplacedIsDeletedAndThenMadeAsDefined() {
        leaving(OTHERWISE, false, null);
        var byDate = active(BY_DATE);
        records.put("by-date", new IndexRecord(Standing.WANTED, true, null, false));

        assertThat(decide(Bookings.indexes(), live(TableStatus.ACTIVE, active(OTHERWISE), byDate)))
                .isEqualTo(new Decision.DeleteIndex("bookings", shape(OTHERWISE)));
        leaving(OTHERWISE, true, MOMENT);
        assertThat(decide(Bookings.indexes(), live(TableStatus.ACTIVE, byDate)))
                .isInstanceOf(Decision.CreateIndex.class);
    }

    @Test
    void whatALateDeletionMayMeetIsNotCreatedYetNorParted() {
        records.put("by-date", new IndexRecord(Standing.WANTED, true, null, false));
        held(null);
        assertThat(decide(Bookings.indexes(), live(TableStatus.ACTIVE, active(BY_DATE))))
                .isEqualTo(new Decision.Wait(Phase.LATE_DELETION, OTHERWISE.name()));

        held(new RemovalRecord(shape(OTHERWISE), false, null));
        assertThat(decide(Bookings.indexes(), live(TableStatus.ACTIVE, active(OTHERWISE), active(BY_DATE))))
                .as("what can't be made again yet serves on")
                .isEqualTo(new Decision.Wait(Phase.LATE_DELETION, OTHERWISE.name()));
    }

    private void held(@Nullable RemovalRecord removal) {
        records.put(OTHERWISE.name(), new IndexRecord(Standing.WANTED, false, null, false, removal, null, true));
    }

    @Test
    void whatIsAsDefinedAlreadyIsAdopted() {
        leaving(OTHERWISE, false, null);

        assertThat(decide(Bookings.indexes(), live(TableStatus.ACTIVE, active(BY_AGENT), active(BY_DATE))))
                .isEqualTo(new Decision.Adopt("by-agent"));
    }

    @Test
    void theNextGoesOnlyWhenTheOneBeforeItIsThereAgain() {
        leaving(OTHERWISE, true, MOMENT);
        leaving(DATE_OTHERWISE, false, null);

        assertThat(decide(Bookings.indexes(), live(TableStatus.ACTIVE, active(DATE_OTHERWISE))))
                .isInstanceOfSatisfying(
                        Decision.CreateIndex.class,
                        create -> assertThat(create.call().index().name()).isEqualTo("by-agent"));
        assertThat(decide(
                        Bookings.indexes(),
                        live(TableStatus.ACTIVE, live(BY_AGENT, IndexStatus.CREATING, true), active(DATE_OTHERWISE))))
                .isEqualTo(new Decision.Wait(Phase.BACKFILLING, "by-agent"));
    }

    @Test
    void anAttributeThatTheOldOneAloneHeldTakesItsTypeWithIt() {
        leaving(OTHERWISE, false, null);
        var untyped = Bookings.definition(
                Map.of(),
                List.of(new IndexDefinition(
                        "by-agent", KeySchema.of("flight"), Projection.KEYS_ONLY, Capacity.UNSTATED)),
                null);

        assertThat(codeOf(decide(untyped, live(TableStatus.ACTIVE, active(OTHERWISE)))))
                .isEqualTo("AttributeTypeMissing");
    }

    @Test
    void anAttributeOfAnotherTypeIsFreeWhenTheOldOneAloneHeldIt() {
        leaving(OTHERWISE, false, null);
        var asNumber = Bookings.definition(
                Map.of("flight", AttributeType.N),
                List.of(new IndexDefinition("by-agent", KeySchema.of("flight"), Projection.ALL, Capacity.UNSTATED)),
                null);

        assertThat(decide(asNumber, live(TableStatus.ACTIVE, active(OTHERWISE))))
                .isInstanceOf(Decision.DeleteIndex.class);
        assertThat(codeOf(decide(asNumber, live(TableStatus.ACTIVE, active(OTHERWISE), active(BY_DATE)))))
                .isEqualTo("AttributeTypeDiffers");
    }

    @Test
    void projectionsAreCountedWithoutTheOldOne() {
        leaving(OTHERWISE, false, null);
        var others = IntStream.range(0, 5)
                .mapToObj(i -> active(new IndexDefinition(
                        "other-" + i, KeySchema.of("flight"), including(i == 0 ? 19 : 20), Capacity.UNSTATED)));
        var indexes = Stream.concat(Stream.of(active(OTHERWISE)), others).toArray(LiveIndex[]::new);

        assertThat(decide(byAgentWith(including(1)), live(TableStatus.ACTIVE, indexes)))
                .isInstanceOf(Decision.DeleteIndex.class);
        assertThat(codeOf(decide(byAgentWith(including(2)), live(TableStatus.ACTIVE, indexes))))
                .isEqualTo("ProjectionQuota");
    }

    @Test
    void aProvisionedTableWhoseCapacityIsUntoldLosesNothing() {
        leaving(OTHERWISE, false, null);
        var untold =
                live(TableStatus.ACTIVE, Bookings.TYPES, BillingMode.PROVISIONED, null, List.of(), active(OTHERWISE));

        assertThat(codeOf(decide(byAgentWith(Projection.ALL), untold))).isEqualTo("CapacityMissing");
    }

    private static TableDefinition byAgentWith(Projection projection) {
        return Bookings.definition(
                Bookings.TYPES,
                List.of(new IndexDefinition("by-agent", KeySchema.of("agent"), projection, Capacity.UNSTATED)),
                null);
    }

    private static Projection including(int attributes) {
        return new Projection.Include(
                IntStream.range(0, attributes).mapToObj(i -> "a" + i).toList());
    }

    private static LiveTable with(LiveBesides besides, LiveTable table) {
        return new LiveTable(
                table.name(),
                table.arn(),
                table.status(),
                table.keySchema(),
                table.attributeTypes(),
                table.billingMode(),
                table.throughput(),
                table.indexes(),
                table.replicas(),
                table.itemCount(),
                table.sizeBytes(),
                besides);
    }

    private void leaving(IndexDefinition index, boolean gone, @Nullable Duration sinceAsked) {
        records.put(
                index.name(),
                new IndexRecord(
                        Standing.WANTED, false, null, false, new RemovalRecord(shape(index), gone, sinceAsked)));
    }

    private static IndexShape shape(IndexDefinition index) {
        return new IndexShape(index, Bookings.TYPES);
    }

    private static LiveIndex active(IndexDefinition index) {
        return live(index, IndexStatus.ACTIVE);
    }

    private Decision decide(TableDefinition definition, LiveTable table) {
        return Reconciler.decide(definition, Optional.of(table), new TableRecord(null, false, records), RULES);
    }

    private static String codeOf(Decision decision) {
        return ((Decision.Fail) decision).failure().code();
    }
}
