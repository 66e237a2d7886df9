package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.ControlPlane;
import dev.ensuregsis.engine.control.ControlPlaneException;
import dev.ensuregsis.engine.control.ControlPlaneFault;
import dev.ensuregsis.engine.control.CreateIndexCall;
import dev.ensuregsis.engine.control.CreateTableCall;
import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEvent.SlowedDown.Calls;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.retry.Call;
import dev.ensuregsis.engine.retry.Call.Operation;
import dev.ensuregsis.engine.retry.ErrorClass;
import dev.ensuregsis.engine.retry.ErrorClassifier;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Sends the calls of a run at the rate that DynamoDB bears, looks and changes each at their own, and says what their
 * errors mean. Used by the loop's thread only.
 */
final class Caller {
    private final ControlPlane controlPlane;
    private final Timeline timeline;
    private final GsiListener listener;
    private final Map<Calls, CallRate> rates = Map.of(Calls.LOOKS, new CallRate(), Calls.CHANGES, new CallRate());
    private boolean answered;

    Caller(ControlPlane controlPlane, Timeline timeline, GsiListener listener) {
        this.controlPlane = controlPlane;
        this.timeline = timeline;
        this.listener = listener;
    }

    void look(String tableName, Consumer<Result<Optional<LiveTable>>> then) {
        send(
                Calls.LOOKS,
                Operation.DESCRIBE_TABLE,
                tableName,
                false,
                () -> controlPlane.describeTable(tableName),
                then);
    }

    /** Which tables there are. */
    void list(Consumer<Result<Set<String>>> then) {
        send(Calls.LOOKS, Operation.LIST_TABLES, "all tables", false, controlPlane::listTables, then);
    }

    /** What the answer shows of the table is given on. */
    void createTable(CreateTableCall call, Consumer<Result<Optional<LiveTable>>> then) {
        send(
                Calls.CHANGES,
                Operation.CREATE_TABLE,
                call.tableName(),
                false,
                () -> controlPlane.createTable(call),
                then);
    }

    /** What the answer shows of the table is not asked for: it is still to come. */
    void createIndex(CreateIndexCall call, boolean tableCreatedByThisRun, Consumer<Result<Optional<LiveTable>>> then) {
        var id = new IndexId(call.tableName(), call.index().name());
        send(
                Calls.CHANGES,
                Operation.UPDATE_TABLE,
                id.toString(),
                tableCreatedByThisRun,
                () -> {
                    controlPlane.createIndex(call);
                    return Optional.empty();
                },
                then);
    }

    /** The account that the credentials belong to; empty where it can't be told. */
    void account(Consumer<Optional<String>> then) {
        timeline.call(
                controlPlane::callerAccount,
                answer -> then.accept(
                        answer instanceof Timeline.Answer.Returned<Optional<String>> returned
                                ? returned.value()
                                : Optional.empty()));
    }

    private <T> void send(
            Calls calls,
            Operation operation,
            String subject,
            boolean tableCreatedByThisRun,
            Callable<T> call,
            Consumer<Result<T>> then) {
        var reservedAt = timeline.now();
        timeline.schedule(
                rateOf(calls).reserve(reservedAt),
                () -> timeline.call(call, answer -> {
                    if (answer instanceof Timeline.Answer.Returned<T> returned) {
                        answered = true;
                        then.accept(new Result.Done<>(returned.value()));
                    } else if (answer instanceof Timeline.Answer.Threw<T> threw) {
                        var fault = faultOf(threw.exception());
                        var meaning = ErrorClassifier.classify(
                                fault, new Call(operation, subject, tableCreatedByThisRun, answered));
                        answered |= fault instanceof ControlPlaneFault.Answered;
                        slowDown(calls, meaning, reservedAt);
                        then.accept(new Result.Refused<>(fault, meaning));
                    }
                }));
    }

    private void slowDown(Calls calls, ErrorClass meaning, Instant reservedAt) {
        if (meaning instanceof ErrorClass.SlowDown) {
            rateOf(calls)
                    .throttled(reservedAt, timeline.now())
                    .ifPresent(apart -> listener.onEvent(new GsiEvent.SlowedDown(calls, apart)));
        }
    }

    private CallRate rateOf(Calls calls) {
        return Objects.requireNonNull(rates.get(calls));
    }

    private static ControlPlaneFault faultOf(Exception exception) {
        return exception instanceof ControlPlaneException known
                ? known.fault()
                : new ControlPlaneFault.Unexpected(exception.toString());
    }

    /**
     * What came of a call.
     *
     * @param <T> what it gives
     */
    sealed interface Result<T> {
        record Done<T>(T value) implements Result<T> {}

        record Refused<T>(ControlPlaneFault fault, ErrorClass meaning) implements Result<T> {}
    }
}
