package dev.ensuregsis.engine.internal.reconcile;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.event.GsiEvent;
import dev.ensuregsis.engine.event.GsiEvent.SlowedDown.CallKind;
import dev.ensuregsis.engine.event.GsiListener;
import dev.ensuregsis.engine.internal.retry.Circumstances;
import dev.ensuregsis.engine.internal.retry.Circumstances.Operation;
import dev.ensuregsis.engine.internal.retry.ErrorClass;
import dev.ensuregsis.engine.internal.retry.ErrorClassifier;
import dev.ensuregsis.engine.spi.ControlPlane;
import dev.ensuregsis.engine.spi.ControlPlaneException;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.CreateIndexCall;
import dev.ensuregsis.engine.spi.CreateTableCall;
import dev.ensuregsis.engine.spi.LiveTable;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the calls of a run at the rate that DynamoDB bears, looks and changes each at their own, and says what their
 * errors mean. Used by the loop's thread only.
 */
final class Caller {
    private final ControlPlane controlPlane;
    private final Reach reach;
    private final Timeline timeline;
    private final GsiListener listener;
    private final Map<CallKind, CallRate> rates =
            Map.of(CallKind.LOOKS, new CallRate(), CallKind.CHANGES, new CallRate());
    private boolean answered;
    private @Nullable Throwable unexpected;

    Caller(Reach reach, Timeline timeline, GsiListener listener) {
        this.reach = reach;
        this.controlPlane = reach.controlPlane();
        this.timeline = timeline;
        this.listener = listener;
    }

    /** Whether any call has had an answer. */
    boolean wasAnswered() {
        return answered;
    }

    /** What a call threw that nobody could foresee, and that ends the run; null if nothing was. */
    @Nullable
    Throwable unexpected() {
        return unexpected;
    }

    void look(String tableName, Consumer<Result<Optional<LiveTable>>> then) {
        send(
                new Sending(CallKind.LOOKS, Operation.DESCRIBE_TABLE, tableName, false),
                () -> controlPlane.describeTable(tableName),
                then);
    }

    /** Which tables there are. */
    void list(Consumer<Result<Set<String>>> then) {
        send(new Sending(CallKind.LOOKS, Operation.LIST_TABLES, "all tables", false), controlPlane::listTables, then);
    }

    /** What the answer shows of the table is given on. */
    void createTable(CreateTableCall call, Consumer<Result<Optional<LiveTable>>> then) {
        send(
                new Sending(CallKind.CHANGES, Operation.CREATE_TABLE, call.tableName(), false),
                () -> controlPlane.createTable(call),
                then);
    }

    /** What the answer shows of the table is not asked for: it is still to come. */
    void createIndex(
            CreateIndexCall call, String name, boolean tableIsNew, Consumer<Result<Optional<LiveTable>>> then) {
        send(
                new Sending(CallKind.CHANGES, Operation.UPDATE_TABLE, name, tableIsNew),
                () -> {
                    controlPlane.createIndex(call);
                    return Optional.empty();
                },
                then);
    }

    /** What the answer shows of the table is not asked for: it is still to come. */
    void deleteIndex(IndexId index, Consumer<Result<Optional<LiveTable>>> then) {
        var removal = reach.requireRemoval();
        send(
                new Sending(CallKind.CHANGES, Operation.DELETE_INDEX, index.toString(), false),
                () -> {
                    removal.deleteIndex(index.tableName(), index.indexName());
                    return Optional.empty();
                },
                then);
    }

    /** What the answer shows of the table is not asked for: it is still to come. */
    void changeCapacity(IndexId index, Throughput throughput, Consumer<Result<Optional<LiveTable>>> then) {
        var capacity = reach.requireCapacity();
        send(
                new Sending(CallKind.CHANGES, Operation.CHANGE_CAPACITY, index.toString(), false),
                () -> {
                    capacity.changeCapacity(index.tableName(), index.indexName(), throughput);
                    return Optional.empty();
                },
                then);
    }

    /** The account that the credentials belong to; empty where it can't be told. */
    void account(Consumer<Optional<String>> then) {
        timeline.call(controlPlane::callerAccount, answer -> {
            if (answer instanceof Timeline.Answer.Threw<Optional<String>> threw) {
                Thrown.ifError(threw.thrown());
                then.accept(Optional.empty());
            } else if (answer instanceof Timeline.Answer.Returned<Optional<String>> returned) {
                then.accept(returned.value());
            }
        });
    }

    private <T> void send(Sending sending, Callable<T> call, Consumer<Result<T>> then) {
        var reservedAt = timeline.now().elapsed();
        timeline.schedule(
                rateOf(sending.kind()).reserve(reservedAt),
                () -> timeline.call(call, answer -> {
                    if (answer instanceof Timeline.Answer.Returned<T> returned) {
                        answered = true;
                        then.accept(new Result.Done<>(returned.value()));
                    } else if (answer instanceof Timeline.Answer.Threw<T> threw) {
                        then.accept(refused(sending, threw.thrown(), reservedAt));
                    }
                }));
    }

    private <T> Result<T> refused(Sending sending, Throwable thrown, Duration reservedAt) {
        Thrown.ifError(thrown);
        var fault = thrown instanceof ControlPlaneException known
                ? known.fault()
                : new ControlPlaneFault.Unexpected(thrown.toString());
        var meaning = ErrorClassifier.classify(
                fault, new Circumstances(sending.operation(), sending.subject(), sending.tableIsNew(), answered));
        answered |= fault instanceof ControlPlaneFault.Answered;
        if (fault instanceof ControlPlaneFault.Unexpected) {
            unexpected =
                    thrown instanceof ControlPlaneException && thrown.getCause() != null ? thrown.getCause() : thrown;
        }
        if (meaning instanceof ErrorClass.SlowDown) {
            rateOf(sending.kind())
                    .throttled(reservedAt, timeline.now().elapsed())
                    .ifPresent(apart -> listener.onEvent(new GsiEvent.SlowedDown(sending.kind(), apart)));
        }
        return new Result.Refused<>(fault, meaning);
    }

    private CallRate rateOf(CallKind kind) {
        return Objects.requireNonNull(rates.get(kind));
    }

    /** Which call is sent, and about what. */
    private record Sending(CallKind kind, Operation operation, String subject, boolean tableIsNew) {}

    /**
     * What came of a call.
     *
     * @param <T> what it gives
     */
    sealed interface Result<T> {
        record Done<T>(T value) implements Result<T> {}

        record Refused<T>(ControlPlaneFault fault, ErrorClass meaning) implements Result<T> {
            /** Whether the call was sent and nobody has said what became of it. */
            boolean mayStillTakeEffect() {
                return fault.match(new LateEffect(meaning));
            }
        }
    }
}
