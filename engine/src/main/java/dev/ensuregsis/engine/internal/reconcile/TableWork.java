package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.Phase;
import dev.ensuregsis.engine.internal.reconcile.TableRecord.IndexRecord;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one run has seen of, and done for, one table so far. Touched by the loop's thread only. */
final class TableWork {
    /** The work of an index on an empty table, in bytes to read: its fixed time is that of a backfill of about this. */
    private static final double FIXED_WORK_BYTES = 1L << 30;

    private final TableDefinition definition;
    private final Map<String, IndexWork> indexes = new LinkedHashMap<>();
    private final Map<String, IndexWork> besides = new LinkedHashMap<>();
    private final TableItself itself;
    private final Map<String, IndexShape> leaving;
    private Optional<LiveTable> observed = Optional.empty();
    private @Nullable Moment observedAt;
    private @Nullable Trace trace;
    private @Nullable Failure lookFailure;
    private @Nullable Failure lateBecause;
    private boolean createdByThisRun;
    private boolean finished;
    private final TableWait waiting = new TableWait();
    private final FailedLooks failedLooks = new FailedLooks();
    private final Refusals refusals = new Refusals();

    TableWork(TableDefinition definition, OpenIndexes allOpen, Errand errand) {
        this.definition = definition;
        this.itself = new TableItself(definition.name());
        this.leaving = errand.leavingOf(definition.name());
        var names = new LinkedHashSet<String>();
        definition.indexes().forEach(index -> names.add(index.name()));
        names.addAll(leaving.keySet());
        for (var name : names) {
            var shape = leaving.get(name);
            var removal = shape == null ? null : new RemovalWork(shape, errand.isForGood());
            indexes.put(name, new IndexWork(new IndexId(definition.name(), name), Standing.WANTED, allOpen, removal));
        }
    }

    /** What the run may do for each index, once it is known what earlier runs left. */
    void stand(Function<IndexId, Standing> standings) {
        indexes.values().forEach(index -> index.stands(standings.apply(index.id())));
    }

    /** Whether this run is to delete of it. */
    boolean losesIndexes() {
        return !leaving.isEmpty();
    }

    /** What a call that creates these indexes is about: them, or the table itself where there are none. */
    List<Work> subjects(List<String> indexNames) {
        return indexNames.isEmpty()
                ? List.of(itself)
                : indexNames.stream().<Work>map(this::index).toList();
    }

    /** Why a table that is wanted for itself could not be made. */
    @Nullable
    Failure failure() {
        return itself.failure();
    }

    String name() {
        return definition.name();
    }

    TableDefinition definition() {
        return definition;
    }

    Collection<IndexWork> indexes() {
        return indexes.values();
    }

    /** What the run is not about is reported only if it has failed all the same. */
    Stream<IndexReport> reports() {
        return Stream.concat(
                        indexes.values().stream(),
                        besides.values().stream().filter(index -> index.standing() == Standing.FAILED))
                .map(IndexWork::report);
    }

    IndexWork index(String indexName) {
        return Objects.requireNonNull(indexes.getOrDefault(indexName, besides.get(indexName)), indexName);
    }

    /** Whether the run has more to do with an index than to lower its capacity. */
    boolean isAbout(IndexWork index) {
        return indexes.containsKey(index.id().indexName());
    }

    /** What indexes of the table have of builds that earlier runs began; with those that this run isn't about nothing else is done. */
    void leftRaised(Map<String, RaisedCapacity> left) {
        left.keySet().stream()
                .filter(name -> !indexes.containsKey(name))
                .forEach(name -> besides.computeIfAbsent(
                        name,
                        other -> new IndexWork(
                                new IndexId(definition.name(), other), Standing.WANTED, new OpenIndexes(), null)));
        indexes.forEach((name, index) -> index.isRaised(left.get(name)));
        besides.forEach((name, index) -> index.isRaised(left.get(name)));
    }

    /** An index that the run works on; empty if it is another's, or none is meant. */
    Optional<IndexWork> find(@Nullable String indexName) {
        return indexName == null ? Optional.empty() : Optional.ofNullable(indexes.get(indexName));
    }

    List<IndexWork> openIndexes() {
        return indexes.values().stream().filter(IndexWork::isOpen).toList();
    }

    /** What a refusal of the whole table is about. */
    List<Work> openSubjects() {
        return indexes.isEmpty() ? List.of(itself) : List.copyOf(openIndexes());
    }

    Optional<LiveTable> observed() {
        return observed;
    }

    boolean wasLookedAt() {
        return observedAt != null;
    }

    Duration sinceLook(Moment now) {
        return observedAt == null ? Duration.ofDays(1) : now.since(observedAt);
    }

    void observe(Optional<LiveTable> look, Moment now) {
        refusals.saw(observed, look, now);
        observed = look;
        observedAt = now;
        failedLooks.clear();
        look.ifPresent(table -> {
            trace = new Trace(now, true);
            for (var live : table.indexes()) {
                var work = indexes.get(live.name());
                if (work != null) {
                    work.saw(live.status(), now);
                }
            }
        });
    }

    TableRecord record(Moment now) {
        var records = new LinkedHashMap<String, IndexRecord>();
        indexes.forEach((name, work) -> {
            if (!work.isUntouched()) {
                records.put(name, work.record(now));
            }
        });
        besides.forEach((name, work) -> records.put(name, work.record(now)));
        return new TableRecord(Trace.age(trace, now), Trace.isSeen(trace), records);
    }

    void creationAccepted(Moment now) {
        createdByThisRun = true;
        saidToExist(now);
    }

    /** DynamoDB says that the table is there, whoever made it: looks will show it sooner or later. */
    void saidToExist(Moment now) {
        trace = new Trace(now, false);
    }

    boolean createdByThisRun() {
        return createdByThisRun;
    }

    Refusals refusals() {
        return refusals;
    }

    FailedLooks failedLooks() {
        return failedLooks;
    }

    /** A look that was refused for good, kept until it is known whether this run may record anything. */
    void lookFailed(Failure failure) {
        lookFailure = failure;
    }

    @Nullable
    Failure lookFailure() {
        return lookFailure;
    }

    /** A look that failed and is repeated. */
    void lookIsLate(Failure passing) {
        lateBecause = passing;
    }

    /** Whether the first look has failed at least once. */
    boolean lookHasFailed() {
        return lateBecause != null || lookFailure != null;
    }

    /** Why the table could not be seen yet. */
    Failure lastLookFailure() {
        return lateBecause == null ? Objections.notAnsweredYet() : lateBecause;
    }

    /** What the run would do from here if all went well, by the last look. */
    Forecast forecast(RunRules rules) {
        if (!wasLookedAt() && lookFailure == null) {
            return Forecast.notSeenYet(definition);
        }
        return lookFailure == null
                ? Forecaster.of(
                        new Wish(definition, leaving),
                        id -> index(id.indexName()).standing(),
                        id -> Optional.ofNullable(index(id.indexName()).raised()),
                        observed,
                        rules)
                : Forecast.unseen(definition, lookFailure);
    }

    TableWait waiting() {
        return waiting;
    }

    /** The wait in which the run left the table; empty if it has done with it, or waits for nothing. */
    Optional<GsiEvent.Waiting> unended(Moment now, int remaining) {
        return finished
                ? Optional.empty()
                : waiting.last()
                        .map(last -> waiting(
                                last.indexName(), last.phase(), last.waitedUntil(now), remaining, last.refusal()));
    }

    /** What there is to tell of a wait. */
    GsiEvent.Waiting waiting(
            @Nullable String indexName, Phase phase, Duration waited, int remaining, @Nullable Failure refusal) {
        var items = observed.map(LiveTable::itemCount).orElse(0L);
        var itemsInIndex = observed.filter(table -> indexName != null)
                .flatMap(table -> table.index(String.valueOf(indexName)))
                .map(LiveIndex::itemCount)
                .orElse(0L);
        return new GsiEvent.Waiting(
                name(), indexName, phase, waited, items, itemsInIndex, openBesides(indexName), remaining, refusal);
    }

    private int openBesides(@Nullable String indexName) {
        int open = 0;
        for (var index : indexes.values()) {
            if (index.isOpen() && !index.id().indexName().equals(indexName)) {
                open++;
            }
        }
        return open;
    }

    /** Roughly how long the rest of this table's indexes will take, one after another, against other tables. */
    double remainingWork() {
        var bytes = observed.map(LiveTable::sizeBytes).orElse(0L);
        return openIndexes().size() * (FIXED_WORK_BYTES + bytes);
    }

    /** Whether an index of it is gone, or may be, and the one in its place not under way. */
    boolean isBetween() {
        return !finished && indexes.values().stream().anyMatch(IndexWork::isBetween);
    }

    void finish() {
        finished = true;
    }

    boolean isFinished() {
        return finished;
    }
}
