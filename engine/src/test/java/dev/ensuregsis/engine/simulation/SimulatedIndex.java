package dev.ensuregsis.engine.simulation;

import dev.ensuregsis.engine.definition.KeySchema;
import dev.ensuregsis.engine.definition.Projection;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The life of one index, as a function of time: what it is at an instant follows from when things were asked for and
 * when they will be done, so that a look can be answered as of a moment ago.
 */
final class SimulatedIndex {
    private final String name;
    private final KeySchema keySchema;
    private final Projection projection;
    private final TreeMap<Instant, Throughput> throughputs = new TreeMap<>();
    private final BuildTimes.Build build;
    private final List<Span> changes = new ArrayList<>();
    private Span deletion = new Span(Instant.MAX, Instant.MAX);

    SimulatedIndex(
            String name,
            KeySchema keySchema,
            Projection projection,
            @Nullable Throughput throughput,
            BuildTimes.Build build) {
        this.name = name;
        this.keySchema = keySchema;
        this.projection = projection;
        if (throughput != null) {
            throughputs.put(Instant.MIN, throughput);
        }
        this.build = build;
    }

    String name() {
        return name;
    }

    KeySchema keySchema() {
        return keySchema;
    }

    Projection projection() {
        return projection;
    }

    void delete(Span deletion) {
        this.deletion = deletion;
    }

    @Nullable
    Throughput throughputAt(Instant now) {
        var latest = throughputs.floorEntry(now);
        return latest == null ? null : latest.getValue();
    }

    /** Another capacity, which it has when the change is done. */
    void rescale(Throughput throughput, Span change) {
        change(change);
        throughputs.put(change.until(), throughput);
    }

    void change(Span change) {
        changes.add(change);
    }

    boolean existsAt(Instant now) {
        return !now.isBefore(build.askedAt()) && now.isBefore(deletion.until());
    }

    IndexStatus statusAt(Instant now) {
        if (!now.isBefore(deletion.from())) {
            return IndexStatus.DELETING;
        }
        if (now.isBefore(build.activeAt())) {
            return IndexStatus.CREATING;
        }
        return Span.anyContains(changes, now) ? IndexStatus.UPDATING : IndexStatus.ACTIVE;
    }

    /** Reference 1.2: while resources are allocated the table reads UPDATING; while items are read it reads ACTIVE. */
    boolean keepsTableUpdatingAt(Instant now) {
        return new Span(build.askedAt(), build.allocatedAt()).contains(now)
                || deletion.contains(now)
                || Span.anyContains(changes, now);
    }

    /** Reference 1.9: shown only while an index is CREATING by UpdateTable, and not while resources are allocated. */
    boolean backfillingAt(Instant now) {
        return build.backfills() && statusAt(now) == IndexStatus.CREATING && !now.isBefore(build.allocatedAt());
    }

    /** From when on nothing happens to it any more, as far as is known now. */
    Instant restsFrom() {
        var rest = deletion.from().equals(Instant.MAX) ? build.activeAt() : deletion.until();
        for (var change : changes) {
            rest = change.until().isAfter(rest) ? change.until() : rest;
        }
        return rest;
    }

    LiveIndex viewAt(Instant now) {
        return new LiveIndex(name, statusAt(now), backfillingAt(now), keySchema, projection, throughputAt(now), 0, 0);
    }
}
