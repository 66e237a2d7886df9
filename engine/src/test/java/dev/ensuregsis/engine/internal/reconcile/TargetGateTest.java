package dev.ensuregsis.engine.internal.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.simulation.AccountRules;
import dev.ensuregsis.engine.simulation.SimulatedAccount;
import dev.ensuregsis.engine.simulation.TableSetup;
import dev.ensuregsis.engine.simulation.VirtualTime;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.engine.spi.Target;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which accounts a run lets itself be about. */
class TargetGateTest {
    private static final String ANOTHER = "999999999999";

    private final VirtualTime time = new VirtualTime();
    private final SimulatedAccount account =
            SimulatedAccount.real(time, AccountRules.REAL, 1).with(TableSetup.onDemand("bookings"));
    private final LiveTable bookings = look();

    @Test
    void staysClosedOnAnAccountThatIsNotMeant() {
        var gate = gate(ANOTHER, Target.UNKNOWN);
        gate.account(bookings.accountId());

        assertThat(gate.open()).map(Failure::code).contains("OtherAccount");
        assertThat(gate.isOpen()).isFalse();
    }

    @Test
    void staysClosedOnAnotherTargetThanTheStateIsAbout() {
        var gate = gate(null, new Target(ANOTHER, null, null));
        gate.account(bookings.accountId());

        assertThat(gate.open()).map(Failure::code).contains("OtherTarget");
        assertThat(gate.isOpen()).isFalse();
    }

    @Test
    void staysClosedWhereNobodyTellsTheAccountThatIsMeant() {
        assertThat(gate(ANOTHER, Target.UNKNOWN).open()).map(Failure::code).contains("UnknownAccount");
    }

    @Test
    void saysThatNothingWasChangedOnlyWhereNothingWas() {
        var early = gate(ANOTHER, Target.UNKNOWN);
        early.account(bookings.accountId());
        var late = new TargetGate(
                account.target(), new RightTarget(null, new Target(ANOTHER, null, null), "a file", true));
        late.open();

        assertThat(early.open()).map(Failure::meaning).contains("Nothing was changed.");
        assertThat(late.objection(bookings))
                .hasValueSatisfying(objection -> assertThat(objection.meaning()).contains("stays"));
    }

    @Test
    void takesFurtherTablesOfTheSameAccount() {
        var gate = gate(null, Target.UNKNOWN);
        gate.account(bookings.accountId());

        assertThat(gate.open()).isEmpty();
        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.objection(bookings)).isEmpty();
        assertThat(gate.target().accountId()).isEqualTo(bookings.accountId().orElseThrow());
    }

    @Test
    void refusesAFurtherTableOfAnotherAccount() {
        var gate = gate(null, Target.UNKNOWN);
        gate.account(Optional.of(ANOTHER));
        gate.open();

        assertThat(gate.objection(bookings)).hasValueSatisfying(objection -> {
            assertThat(objection.code()).isEqualTo("OtherAccount");
            assertThat(objection.message())
                    .contains("\"bookings\"", bookings.accountId().orElseThrow(), ANOTHER);
        });
    }

    @Test
    void staysClosedOnAnEmulatorThatDoesNotTellTheAccountThatIsMeant() {
        var gate = new TargetGate(account.target(), new RightTarget(ANOTHER, Target.UNKNOWN, "a file", true));

        assertThat(gate.open()).map(Failure::code).contains("UnknownAccount");
        assertThat(gate.isOpen()).isFalse();
    }

    @Test
    void checksAnAccountThatOnlyAFurtherTableTells() {
        var recorded = new Target(ANOTHER, null, null);
        var gate = new TargetGate(account.target(), new RightTarget(null, recorded, "a file", true));
        assertThat(gate.open()).as("an emulator need not tell").isEmpty();

        assertThat(gate.objection(bookings)).map(Failure::code).contains("OtherTarget");
    }

    private TargetGate gate(@Nullable String expectedAccount, Target recorded) {
        return new TargetGate(account.target(), new RightTarget(expectedAccount, recorded, "a file", false));
    }

    private LiveTable look() {
        time.pass(Duration.ofMinutes(1));
        return account.describeTable("bookings").orElseThrow();
    }
}
