package dev.ensuregsis.engine.internal.estimate;

import dev.ensuregsis.engine.definition.BillingMode;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.estimate.Amount;
import dev.ensuregsis.engine.estimate.Basis;
import dev.ensuregsis.engine.estimate.Basis.Kind;
import dev.ensuregsis.engine.estimate.Bound;
import dev.ensuregsis.engine.estimate.BuildWork;
import dev.ensuregsis.engine.estimate.Cost;
import dev.ensuregsis.engine.estimate.DurationRange;
import dev.ensuregsis.engine.estimate.IndexEstimate;
import dev.ensuregsis.engine.estimate.RunEstimate;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Foresees what a run takes. A pure function of what was seen of the tables and of what earlier runs remember. */
public final class Estimator {
    /** One index more on an empty table. Source: measured by users, 536 to 1,011 s in one series and 5 to 25 min in others. */
    private static final DurationRange EMPTY_TABLE = new DurationRange(Duration.ofMinutes(5), Duration.ofMinutes(25));

    private static final Basis ON_EMPTY_TABLE = new Basis(Kind.EMPTY_TABLE);

    /** A table with 1 to 20 indexes by one call. Source: measured by users. */
    private static final DurationRange NEW_TABLE = new DurationRange(Duration.ofSeconds(14), Duration.ofSeconds(22));

    /** Tables of which one is at most so many times as large as the other are alike. */
    private static final long ALIKE = 4;

    /** What is smaller than this takes no time that counts: half a minute's writing on demand. */
    private static final long SMALL_ITEMS = 100_000;

    /** How many tables an account lets change at a time. Source: DynamoDB quotas. */
    private static final int TABLES_AT_A_TIME = 500;

    private static final Pattern ENDPOINT_OF_AWS = Pattern.compile("https://dynamodb\\.[a-z0-9-]+");

    private final List<PlannedTable> tables;
    private final EarlierBuilds earlier;

    private Estimator(List<PlannedTable> tables, EarlierBuilds earlier) {
        this.tables = tables;
        this.earlier = earlier;
    }

    /**
     * Whether anything is known of how long this DynamoDB takes: only AWS's own takes its time.
     *
     * @param target which DynamoDB
     * @param local whether it is an emulator on this machine
     * @return true if so
     */
    public static boolean knows(Target target, boolean local) {
        return !local
                && target.endpointInOneForm()
                        .map(endpoint -> ENDPOINT_OF_AWS.matcher(endpoint).matches())
                        .orElse(true);
    }

    /**
     * What a run is expected to take.
     *
     * @param tables what it would do
     * @param earlier what earlier indexes took
     * @param target which DynamoDB
     * @return the estimate
     */
    public static RunEstimate of(List<PlannedTable> tables, EarlierBuilds earlier, Target target) {
        return new Estimator(tables, earlier).estimate(target);
    }

    private RunEstimate estimate(Target target) {
        var indexes = new ArrayList<IndexEstimate>();
        DurationRange longest = null;
        var inARow = DurationRange.ZERO;
        for (var table : tables) {
            var estimates = estimates(table);
            indexes.addAll(estimates);
            var whole = whole(table, estimates);
            if (whole.isPresent()) {
                longest = longest == null ? whole.get() : longest.beside(whole.get());
                inARow = inARow.then(whole.get());
            }
        }
        var work = indexes.stream()
                .flatMap(index -> Stream.ofNullable(index.work()))
                .reduce(BuildWork.NONE, BuildWork::plus);
        return new RunEstimate(
                indexes,
                longest == null ? null : longest.beside(shared(inARow)),
                work,
                cost(target, work, indexes).orElse(null));
    }

    /** So many tables change at a time; the others wait for one of them to end. */
    private static DurationRange shared(DurationRange inARow) {
        return new DurationRange(
                inARow.least().dividedBy(TABLES_AT_A_TIME), inARow.most().dividedBy(TABLES_AT_A_TIME));
    }

    private static Optional<DurationRange> whole(PlannedTable table, List<IndexEstimate> estimates) {
        var known = estimates.stream()
                .flatMap(index -> Stream.ofNullable(index.duration()))
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        return table.actions().containsValue(PlannedAction.CREATE_WITH_TABLE)
                ? known.stream().reduce(DurationRange::beside)
                : known.stream().reduce(DurationRange::then);
    }

    private List<IndexEstimate> estimates(PlannedTable table) {
        var definitions = table.definition().indexes().stream()
                .collect(Collectors.toMap(IndexDefinition::name, definition -> definition));
        var estimates = new ArrayList<IndexEstimate>();
        table.actions().forEach((name, action) -> {
            var definition = definitions.get(name);
            // What is to be deleted needn't be defined.
            if (definition != null) {
                estimate(table, new IndexId(table.definition().name(), name), action, definition)
                        .ifPresent(estimates::add);
            }
        });
        return estimates;
    }

    private Optional<IndexEstimate> estimate(
            PlannedTable planned, IndexId id, PlannedAction action, IndexDefinition definition) {
        var live = planned.live();
        return switch (action) {
            case CREATE_WITH_TABLE ->
                Optional.of(new IndexEstimate(id, NEW_TABLE, new Basis(Kind.WITH_NEW_TABLE), BuildWork.NONE, null));
            case CREATE ->
                live.map(table -> added(
                        id,
                        new Backfill(table, definition, planned.backfillWrite() == null ? 0 : planned.backfillWrite()),
                        table));
            case REPLACE -> live.map(table -> added(id, new Backfill(table, definition, 0), table));
            // What of it is done already isn't known, so it may be over at once.
            case WAIT ->
                live.map(table -> added(id, new Backfill(table, definition, builtWith(id, table)), table))
                        .map(whole -> new IndexEstimate(
                                id, fromNow(whole.duration()), whole.basis(), whole.work(), whole.bound()));
            case NOT_SEEN -> Optional.of(new IndexEstimate(id, null, new Basis(Kind.UNKNOWN), null, null));
            case NOTHING, LOWER_CAPACITY, DELETE, LEAVE_FAILED, LEAVE_PENDING, FAIL -> Optional.empty();
        };
    }

    private static @Nullable DurationRange fromNow(@Nullable DurationRange whole) {
        return whole == null ? null : new DurationRange(Duration.ZERO, whole.most());
    }

    /** The write capacity of an index that is building; 0 if it wasn't told. */
    private static long builtWith(IndexId id, LiveTable table) {
        return table.index(id.indexName())
                .map(LiveIndex::throughput)
                .map(Throughput::write)
                .orElse(0L);
    }

    private IndexEstimate added(IndexId id, Backfill backfill, LiveTable table) {
        var bound = backfill.bound();
        boolean isEmpty = backfill.isOfNothing();
        var bySize = isEmpty
                ? Optional.of(EMPTY_TABLE)
                : bound.map(capacity -> EMPTY_TABLE.then(backfill.writing(capacity)));
        // What earlier ones took with capacity of their own says nothing of one that is built with more.
        var isRaised = bound.filter(capacity -> capacity.kind() == Bound.Kind.BACKFILL_CAPACITY)
                .isPresent();
        var learnt = learnt(table).filter(known -> !isOutgrown(known.range(), bySize) && !isRaised);
        var duration = learnt.map(Learnt::range).or(() -> bySize).orElse(null);
        var basis = learnt.map(Learnt::basis)
                .orElseGet(() -> isEmpty
                        ? ON_EMPTY_TABLE
                        : new Basis(bySize.isPresent() ? Kind.SIZE_AND_CAPACITY : Kind.UNKNOWN));
        return new IndexEstimate(id, duration, basis, backfill.work(), isEmpty ? null : bound.orElse(null));
    }

    /** Even at its best it takes longer than all before it: the table was smaller then. */
    private static boolean isOutgrown(DurationRange learnt, Optional<DurationRange> bySize) {
        return bySize.filter(range -> range.least().compareTo(learnt.most()) > 0)
                .isPresent();
    }

    private Optional<Learnt> learnt(LiveTable table) {
        return earlier.of(table.name()::equals)
                .map(known -> new Learnt(known.range(), new Basis(Kind.EARLIER_ON_TABLE, known.indexes())))
                .or(() -> earlier.of(name -> isLike(table, name))
                        .map(known ->
                                new Learnt(known.range(), new Basis(Kind.EARLIER_ON_SIMILAR_TABLES, known.indexes()))));
    }

    private record Learnt(DurationRange range, Basis basis) {}

    /** Of a table that this run doesn't look at, the size isn't known. */
    private boolean isLike(LiveTable table, String other) {
        return tables.stream()
                .flatMap(planned -> planned.live().stream())
                .filter(live -> live.name().equals(other) && live.billingMode() == table.billingMode())
                .anyMatch(live -> areAlike(live.itemCount(), table.itemCount()));
    }

    private static boolean areAlike(long one, long other) {
        long small = Math.min(one, other);
        long large = Math.max(one, other);
        return large <= SMALL_ITEMS || (small > 0 && large / small < ALIKE);
    }

    /** In other regions other prices apply: a table with replicas has no price here. */
    private Optional<Cost> cost(Target target, BuildWork work, List<IndexEstimate> indexes) {
        var live = tables.stream().flatMap(table -> table.live().stream()).toList();
        if (live.stream().anyMatch(table -> !table.replicas().isEmpty())) {
            return Optional.empty();
        }
        var onDemand = live.stream()
                .filter(table -> table.billingMode() == BillingMode.PAY_PER_REQUEST)
                .map(LiveTable::name)
                .collect(Collectors.toSet());
        var writes = indexes.stream()
                .filter(index -> onDemand.contains(index.id().tableName()))
                .flatMap(index -> Stream.ofNullable(index.work()))
                .map(BuildWork::writeUnits)
                .reduce(Amount.NOTHING, Amount::plus);
        return Prices.of(target.region()).map(prices -> prices.of(writes, work));
    }
}
