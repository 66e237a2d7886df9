package dev.ensuregsis.engine.internal.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.Target;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store keeps to besides that has one state, about one DynamoDB. */
@SuppressWarnings("FutureReturnValueIgnored") // what is closed next is what is looked at
abstract class StateOfOneTargetContract extends StateStoreContract {
    private static final Target ELSEWHERE = new Target("999999999999", null, null);

    @Test
    void whatIsKeptOfAnotherTargetIsRefusedAndLeftAlone() {
        try (var session = store().open(HERE, false)) {
            session.begin(HERE, List.of());
            session.write(entry(ONE, GsiStatus.FAILED));
        }
        var before = kept();

        assertThatThrownBy(() -> store().open(ELSEWHERE, false)).isInstanceOf(StateException.OtherTarget.class);

        assertThat(kept()).isEqualTo(before);
        store().open(HERE, false).close();
    }

    @Test
    void whoWroteNothingBindsNobodyToItsTarget() {
        try (var session = store().open(HERE, false)) {
            session.begin(HERE, List.of(pending(ONE)));
        }
        try (var session = store().open(ELSEWHERE, false)) {
            session.write(entry(TWO, GsiStatus.FAILED));
        }
        assertThat(kept().orElseThrow().entries()).containsOnlyKeys(TWO);
    }
}
