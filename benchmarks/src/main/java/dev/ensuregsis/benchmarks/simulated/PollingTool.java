package dev.ensuregsis.benchmarks.simulated;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.internal.reconcile.Moment;
import dev.ensuregsis.engine.internal.reconcile.Timeline;
import dev.ensuregsis.engine.internal.reconcile.Timeline.Answer;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Makes indexes by a {@link WaitingRule}: one after another per table, each create call followed by polling. */
public final class PollingTool {
    private static final Duration AFTER_THROTTLING = Duration.ofSeconds(1);

    private final WaitingRule rule;
    private final ControlPlane controlPlane;
    private final Timeline timeline;
    private final Queue<TableDefinition> waiting;
    private int working;
    private int unfinished;

    /** A tool with this to make, that reaches its tables so. */
    public PollingTool(WaitingRule rule, ControlPlane controlPlane, Timeline timeline, Definitions definitions) {
        this.rule = rule;
        this.controlPlane = controlPlane;
        this.timeline = timeline;
        this.waiting = new ArrayDeque<>(definitions.tables());
    }

    /** Runs to its end; returns how many indexes it hasn't seen finished. */
    public int run() throws InterruptedException {
        for (int i = 0; i < rule.tablesAtOnce(); i++) {
            timeline.schedule(Duration.ZERO, this::nextTable);
        }
        timeline.schedule(Duration.ZERO, () -> {});
        timeline.runUntil(() -> waiting.isEmpty() && working == 0);
        return unfinished;
    }

    private void nextTable() {
        var table = waiting.poll();
        if (table != null) {
            working++;
            create(table, 0, timeline.now());
        }
    }

    private void create(TableDefinition table, int number, Moment since) {
        if (number == table.indexes().size()) {
            working--;
            nextTable();
            return;
        }
        var index = table.indexes().get(number);
        Map<String, AttributeType> types = new HashMap<>(table.attributeTypes());
        types.keySet().retainAll(index.keySchema().attributes());
        var call = new CreateIndexCall(table.name(), index, types);
        timeline.call(
                () -> {
                    controlPlane.createIndex(call);
                    return true;
                },
                answer -> {
                    if (answer instanceof Answer.Threw<Boolean> threw) {
                        refused(table, number, since, threw.thrown());
                    } else {
                        poll(table, number, timeline.now(), 0);
                    }
                });
    }

    private void refused(TableDefinition table, int number, Moment since, Throwable thrown) {
        if (isThrottling(thrown)) {
            timeline.schedule(AFTER_THROTTLING, () -> create(table, number, since));
        } else if (rule.triesRefusedAgain() && !isOver(since)) {
            timeline.schedule(interval(since), () -> create(table, number, since));
        } else {
            giveUp(table, number);
        }
    }

    private void poll(TableDefinition table, int number, Moment since, int readyInARow) {
        timeline.schedule(
                interval(since),
                () -> timeline.call(() -> controlPlane.describeTable(table.name()), answer -> {
                    int ready = isReady(answer, table.indexes().get(number).name()) ? readyInARow + 1 : 0;
                    if (ready >= rule.inARow()) {
                        create(table, number + 1, timeline.now());
                    } else if (isOver(since)) {
                        giveUp(table, number);
                    } else {
                        poll(table, number, since, ready);
                    }
                }));
    }

    private Duration interval(Moment since) {
        return rule.interval().apply(timeline.now().since(since));
    }

    private boolean isReady(Answer<Optional<LiveTable>> answer, String index) {
        return answer instanceof Answer.Returned<Optional<LiveTable>> looked
                && looked.value()
                        .filter(table -> rule.looksAtIndex()
                                ? table.index(index)
                                        .filter(live -> live.status() == IndexStatus.ACTIVE)
                                        .isPresent()
                                : table.status() == TableStatus.ACTIVE)
                        .isPresent();
    }

    private void giveUp(TableDefinition table, int number) {
        unfinished += table.indexes().size() - number;
        working--;
        nextTable();
    }

    private boolean isOver(Moment since) {
        return timeline.now().since(since).compareTo(rule.patience()) >= 0;
    }

    private static boolean isThrottling(Throwable thrown) {
        return thrown instanceof ControlPlaneException refused
                && refused.fault() instanceof Answered answered
                && "ThrottlingException".equals(answered.code());
    }
}
