package dev.ensuregsis.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.simulation.CallRecord;
import dev.ensuregsis.engine.simulation.CallRecord.Kind;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.ControlPlaneFault.Answered;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.LiveTable.TableStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What has to hold for the calls of every process of ours, whatever happens around it and however it ends. */
final class TrailInvariants {
    private static final int REFUSALS_TO_LEARN_A_LIMIT = 10;
    private static final Duration RETRY_WHILE_OTHERS_FILL_THE_ACCOUNT = Duration.ofSeconds(2);

    private TrailInvariants() {}

    static void check(List<CallRecord> trail) {
        byTable(trail).values().forEach(calls -> {
            looksBeforeItLeaps(calls);
            pollsWithinBounds(calls);
        });
        asksNoFullAccountAgainAndAgain(trail);
    }

    /**
     * A create call follows a look that found the table at rest and the index, or the table, absent; and since any
     * earlier call that may have taken effect there has been such a look. So no second creation is in flight on a table
     * by our doing, no call is sent twice blindly, and nothing is changed before a first look has succeeded.
     */
    private static void looksBeforeItLeaps(List<CallRecord> calls) {
        @Nullable CallRecord look = null;
        @Nullable CallRecord mayHaveLanded = null;
        for (var call : calls) {
            if (call.kind() == Kind.LOOK) {
                if (call.fault() == null) {
                    look = call;
                    mayHaveLanded = null;
                }
                continue;
            }
            assertThat(look).as("a look before %s", call).isNotNull();
            assertThat(mayHaveLanded)
                    .as("a look between an unclear call and %s", call)
                    .isNull();
            if (look != null) {
                assertAllowed(call, look.seen());
            }
            if (mayHaveLanded(call.fault())) {
                mayHaveLanded = call;
            }
        }
    }

    private static void assertAllowed(CallRecord call, @Nullable LiveTable seen) {
        if (call.kind() == Kind.CREATE_TABLE) {
            assertThat(seen).as("what the look before %s showed", call).isNull();
            return;
        }
        assertThat(seen).as("what the look before %s showed", call).isNotNull();
        var table = Objects.requireNonNull(seen);
        assertThat(table.status()).as("status of the table before %s", call).isEqualTo(TableStatus.ACTIVE);
        assertThat(table.indexes())
                .as("indexes before %s", call)
                .allSatisfy(index -> assertThat(index.status()).isEqualTo(IndexStatus.ACTIVE));
        assertThat(table.index(Objects.requireNonNull(call.indexName())))
                .as("the index before %s", call)
                .isEmpty();
    }

    private static boolean mayHaveLanded(@Nullable ControlPlaneFault fault) {
        return !(fault instanceof Answered answered) || answered.code() == null || answered.httpStatus() >= 500;
    }

    /** In each wait, no more looks than the polling rule gives. A wait ends when something changes, or something is done. */
    private static void pollsWithinBounds(List<CallRecord> calls) {
        var wait = new ArrayList<CallRecord>();
        for (var call : calls) {
            var goesOn = call.kind() == Kind.LOOK
                    && call.fault() == null
                    && (wait.isEmpty() || Objects.equals(statuses(wait.get(0)), statuses(call)));
            if (!goesOn) {
                assertWithinBound(wait);
                wait.clear();
            }
            if (call.kind() == Kind.LOOK && call.fault() == null) {
                wait.add(call);
            }
        }
        assertWithinBound(wait);
    }

    private static void assertWithinBound(List<CallRecord> looks) {
        if (looks.size() > 2) {
            var waited = Duration.between(
                    looks.get(0).at(), looks.get(looks.size() - 1).at());
            assertThat(looks.size())
                    .as("looks at %s in %s", looks.get(0).tableName(), waited)
                    .isLessThanOrEqualTo(PollingBound.looks(waited) + 1);
        }
    }

    private static @Nullable List<String> statuses(CallRecord look) {
        var table = look.seen();
        if (table == null) {
            return null;
        }
        var statuses = new ArrayList<String>();
        statuses.add(table.status().name());
        table.indexes().forEach(index -> statuses.add(index.name() + " " + index.status()));
        table.replicas().forEach(replica -> statuses.add(replica.toString()));
        return statuses;
    }

    /** A table that was refused because the account is full waits; refusals don't grow with the time that takes. */
    private static void asksNoFullAccountAgainAndAgain(List<CallRecord> trail) {
        if (trail.isEmpty()) {
            return;
        }
        long refused = trail.stream().filter(TrailInvariants::isAccountFull).count();
        long accepted = trail.stream()
                .filter(call -> call.kind() != Kind.LOOK && call.fault() == null)
                .count();
        var lasted =
                Duration.between(trail.get(0).at(), trail.get(trail.size() - 1).at());
        assertThat(refused)
                .as("refusals because the account is full, beside %s accepted calls in %s", accepted, lasted)
                .isLessThanOrEqualTo(REFUSALS_TO_LEARN_A_LIMIT
                        + accepted
                        + lasted.dividedBy(RETRY_WHILE_OTHERS_FILL_THE_ACCOUNT.multipliedBy(10)));
    }

    private static boolean isAccountFull(CallRecord call) {
        return call.fault() instanceof Answered answered
                && answered.message().contains("simultaneously")
                && !answered.message().contains("per table");
    }

    private static Map<String, List<CallRecord>> byTable(List<CallRecord> trail) {
        var byTable = new LinkedHashMap<String, List<CallRecord>>();
        trail.forEach(call -> byTable.computeIfAbsent(call.tableName(), table -> new ArrayList<>())
                .add(call));
        return byTable;
    }
}
