package dev.ensuregsis.engine.internal.statetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.simulation.Routines;
import dev.ensuregsis.engine.simulation.SimulatedProcess;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.StateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tables can hold a state, and what is made of one that is missing or lacks something. */
class TableCheckTest {
    private final VirtualTime time = new VirtualTime();
    private final Routines routines = new Routines(time);
    private final SimulatedProcess process = new SimulatedProcess(time, "checking", Duration.ZERO);
    private final FaultyTable requests = new FaultyTable();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ACTIVE; state (S, HASH), item (S, RANGE); true; it is replicated to other regions",
                "ACTIVE; id (N, HASH); false; it has the key id (N, HASH), and a table of states has state (S, HASH), item",
                "DELETING; state (S, HASH), item (S, RANGE); false; it is DELETING. Bring it back to ACTIVE",
                "ARCHIVED; state (S, HASH), item (S, RANGE); false; it is ARCHIVED. Bring it back to ACTIVE",
                "INACCESSIBLE_ENCRYPTION_CREDENTIALS; state (S, HASH), item (S, RANGE); false; Bring it back to ACTIVE",
                "not told; state (S, HASH), item (S, RANGE); false; its status or its key is not told",
                "ACTIVE; not told; false; its status or its key is not told",
            })
    void whatCantHoldAStateIsRefusedInOneMessageWhoeverAsks(
            String status, String key, boolean replicated, String said) {
        requests.table.as(new TableShape(status, key, replicated, Optional.empty()));

        assertThatThrownBy(() -> inTime(check(false)::isThere))
                .isInstanceOf(StateException.Unusable.class)
                .hasMessageContaining("table states")
                .hasMessageContaining(said);
        assertThatThrownBy(() -> inTime(check(true)::make)).isInstanceOf(StateException.Unusable.class);
        assertThat(requests.table.completions()).isZero();
    }

    /** It serves reads and writes. */
    @Test
    void aTableThatIsBeingUpdatedIsGoodEnough() {
        requests.table.as(new TableShape("UPDATING", TableShape.KEY, false, Optional.empty()));

        inTime(check(false)::make);

        assertThat(requests.table.completions()).isZero();
    }

    @Test
    void whoHasNoRightsIsToldSo() {
        requests.fault = new StateTableFault.Denied("User x is not authorized to perform: dynamodb:DescribeTable");

        assertThatThrownBy(() -> inTime(check(false)::isThere))
                .isInstanceOf(StateException.Unusable.class)
                .hasMessageContaining("the credentials may not use it")
                .hasMessageContaining("dynamodb:DescribeTable");
    }

    /** Whoever made it was killed in between, or was too early for its backups. */
    @Test
    void whatATableLacksThatIsThereAlreadyIsMadeUpFor() {
        var check = check(true);

        inTime(check::isThere);
        assertThat(requests.table.completions()).isZero();
        inTime(check::make);
        inTime(check::make);

        assertThat(requests.table.completions()).isEqualTo(1);
    }

    @Test
    void backupsThatAreSwitchedOnLateAreWaitedFor() {
        requests.table.missing();
        requests.completableAt = Duration.ofMinutes(3);

        inTime(check(true)::make);

        assertThat(time.elapsed()).isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
        assertThat(requests.table.completions()).isEqualTo(1);
    }

    @Test
    void backupsThatNeverComeEndItAndTheNextRunTriesAgain() {
        requests.table.missing();
        requests.completableAt = Duration.ofDays(1);

        assertThatThrownBy(() -> inTime(check(true)::make))
                .isInstanceOf(StateException.OutOfReach.class)
                .hasMessageContaining("Backups are being enabled");
        assertThat(time.elapsed()).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));

        requests.completableAt = Duration.ZERO;
        inTime(check(true)::make);
        assertThat(requests.table.completions()).isEqualTo(1);
    }

    private TableCheck check(boolean create) {
        var place = new TablePlace(requests.tableName(), requests.target());
        var asking = new Asking(new RoutineTime(routines, process, new SplittableRandom(1)), place.text());
        return new TableCheck(requests, asking, place, create);
    }

    private void inTime(Runnable what) {
        var thrown = new ArrayList<RuntimeException>();
        var routine = routines.start(process, () -> {
            try {
                what.run();
            } catch (RuntimeException e) {
                thrown.add(e);
            }
        });
        routines.driveUntil(routine::isEnded, Duration.ofDays(2));
        thrown.forEach(e -> {
            throw e;
        });
    }

    /** A table that can't be asked, or is not complete before its time. */
    private final class FaultyTable extends ForwardingStateRequests {
        private final SimulatedStateTable table;
        private @Nullable StateTableFault fault;
        private Duration completableAt = Duration.ZERO;

        FaultyTable() {
            this(new SimulatedStateTable());
        }

        private FaultyTable(SimulatedStateTable table) {
            super(table);
            this.table = table;
        }

        @Override
        public TableShape describe() {
            if (fault != null) {
                throw new StateTableException(fault);
            }
            return super.describe();
        }

        @Override
        public void complete() {
            if (time.elapsed().compareTo(completableAt) < 0) {
                throw new StateTableException(new StateTableFault.Passing("Backups are being enabled"));
            }
            super.complete();
        }
    }
}
