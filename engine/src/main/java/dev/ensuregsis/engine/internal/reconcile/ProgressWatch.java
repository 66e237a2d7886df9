package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.estimate.BuildProgress;
import dev.ensuregsis.engine.estimate.IndexEstimate;
import dev.ensuregsis.engine.estimate.RunEstimate;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.internal.estimate.Build;
import dev.ensuregsis.engine.internal.estimate.Throttled;
import dev.ensuregsis.engine.spi.BuildFigures;
import dev.ensuregsis.engine.spi.ProgressRefusedException;
import dev.ensuregsis.engine.spi.ProgressSource;
import dev.ensuregsis.engine.spi.ProgressSource.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows the indexes that DynamoDB is building. It asks for what is due together, away from the loop's thread, and nothing
 * waits for the answer. On the loop's thread only.
 */
final class ProgressWatch {
    /** How often one index is asked for: figures come every few minutes, and each costs money. */
    private static final Duration APART = Duration.ofMinutes(5);

    /** How long others may join a question: indexes of many tables begin to build at about the same time. */
    private static final Duration GATHERING = Duration.ofSeconds(10);

    private final ProgressSource source;
    private final Timeline timeline;
    private final Function<IndexId, String> names;
    private final GsiListener listener;
    private final Map<IndexId, Following> builds = new HashMap<>();
    private final Map<IndexId, IndexEstimate> expected = new HashMap<>();
    private final Set<IndexId> warned = new HashSet<>();
    private @Nullable Moment anchor;
    private boolean gathering;
    private boolean refused;

    ProgressWatch(ProgressSource source, Timeline timeline, Function<IndexId, String> names, GsiListener listener) {
        this.source = source;
        this.timeline = timeline;
        this.names = names;
        this.listener = listener;
    }

    /** What was expected when the run began. */
    void expects(@Nullable RunEstimate estimate) {
        if (estimate != null) {
            estimate.indexes().forEach(index -> expected.put(index.id(), index));
        }
    }

    /** An index was seen building. */
    void seen(IndexWork index, Moment now) {
        var id = index.id();
        var following = builds.computeIfAbsent(
                id, unseen -> new Following(new Build(began(index, now), expected.get(id)), now.elapsed()));
        following.seenAt = now.elapsed();
        if (!refused && source != ProgressSource.NONE && following.isDue(now)) {
            gather();
        }
    }

    /** How far an index has come, as far as that is known; null if it isn't. */
    @Nullable
    BuildProgress progress(IndexWork index, Moment now) {
        var following = builds.get(index.id());
        return following == null ? null : following.build.progress(steady(now));
    }

    /** An index is built: it is followed no longer. */
    void built(IndexWork index) {
        builds.remove(index.id());
    }

    private Instant began(IndexWork index, Moment now) {
        var soFar = index.took(now);
        return soFar == null ? steady(now) : steady(now).minus(soFar);
    }

    /** The wall clock as it was when first asked, gone on since: whoever sets it changes no pace. */
    private Instant steady(Moment now) {
        if (anchor == null) {
            anchor = now;
        }
        return anchor.wall().plus(now.since(anchor));
    }

    private void gather() {
        if (!gathering) {
            gathering = true;
            timeline.schedule(GATHERING, this::ask);
        }
    }

    private void ask() {
        var now = timeline.now();
        var due = new HashSet<IndexId>();
        var slow = new HashSet<IndexId>();
        builds.values().removeIf(following -> following.isOver(now));
        builds.forEach((id, following) -> {
            if (following.isDue(now)) {
                following.dueAt = now.elapsed().plus(APART);
                due.add(id);
                if (following.build.isSlow(steady(now))) {
                    slow.add(id);
                }
            }
        });
        if (due.isEmpty()) {
            gathering = false;
        } else {
            timeline.call(() -> source.ask(new Question(due, slow)), this::answered);
        }
    }

    private void answered(Timeline.Answer<Map<IndexId, BuildFigures>> answer) {
        gathering = false;
        if (answer instanceof Timeline.Answer.Returned<Map<IndexId, BuildFigures>> returned) {
            returned.value().forEach(this::measured);
        } else if (answer instanceof Timeline.Answer.Threw<Map<IndexId, BuildFigures>> threw) {
            Thrown.ifError(threw.thrown());
            if (threw.thrown() instanceof ProgressRefusedException refusal) {
                refused = true;
                listener.onEvent(new GsiEvent.Warned(String.valueOf(refusal.getMessage())));
            }
        }
    }

    private void measured(IndexId id, BuildFigures figures) {
        var following = builds.get(id);
        if (following == null) {
            return;
        }
        following.build = following.build.with(figures);
        var throttling = following.build.throttling();
        if (throttling != null && warned.add(id)) {
            listener.onEvent(new GsiEvent.Warned(Throttled.warning(names.apply(id), throttling)));
        }
    }

    /** One index, as long as it is building. */
    private static final class Following {
        private Build build;
        private Duration seenAt;
        private Duration dueAt;

        Following(Build build, Duration now) {
            this.build = build;
            this.seenAt = now;
            this.dueAt = now;
        }

        boolean isDue(Moment now) {
            return now.elapsed().compareTo(dueAt) >= 0;
        }

        /** Looks come every half minute: one that was not seen building for so long is no more. */
        boolean isOver(Moment now) {
            return now.elapsed().minus(seenAt).compareTo(APART) > 0;
        }
    }
}
