package dev.ensuregsis.engine.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which accounts a run lets itself be about. */
class TargetGateTest {
    private static final Failure WRONG = new Failure("WrongAccount", "not the one", "", false, "");

    private final VirtualTime time = new VirtualTime();
    private final SimulatedAccount account =
            SimulatedAccount.real(time, AccountRules.REAL, 1).with(TableSetup.onDemand("bookings"));
    private final LiveTable bookings = look();

    @Test
    void staysClosedOnAnAccountThatIsNotMeant() {
        var gate = new TargetGate(account, target -> Optional.of(WRONG));

        assertThat(gate.open(bookings.accountId())).isEqualTo(WRONG);
        assertThat(gate.isOpen()).isFalse();
    }

    @Test
    void takesFurtherTablesOfTheSameAccount() {
        var gate = new TargetGate(account, target -> Optional.empty());

        assertThat(gate.open(bookings.accountId())).isNull();
        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.objection(bookings)).isNull();
        assertThat(gate.target().accountId()).isEqualTo(bookings.accountId().orElseThrow());
    }

    @Test
    void refusesAFurtherTableOfAnotherAccount() {
        var gate = new TargetGate(account, target -> Optional.empty());
        gate.open(Optional.of("999999999999"));

        var objection = gate.objection(bookings);

        assertThat(objection).isNotNull();
        assertThat(objection.code()).isEqualTo("OtherAccount");
        assertThat(objection.message())
                .contains("\"bookings\"", bookings.accountId().orElseThrow(), "999999999999");
    }

    @Test
    void checksAnAccountThatOnlyAFurtherTableTells() {
        var gate =
                new TargetGate(account, target -> target.accountId() == null ? Optional.empty() : Optional.of(WRONG));
        assertThat(gate.open(Optional.empty())).isNull();

        assertThat(gate.objection(bookings)).isEqualTo(WRONG);
    }

    private LiveTable look() {
        time.pass(Duration.ofMinutes(1));
        return account.describeTable("bookings").orElseThrow();
    }
}
