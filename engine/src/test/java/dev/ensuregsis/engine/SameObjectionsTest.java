package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.CouldNotLookException;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.engine.state.GsiStateManager;
import dev.ensuregsis.engine.state.StateOptions;
import dev.ensuregsis.engine.state.StateStores;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run would not begin with, a plan, a status and the plan of a removal don't take for good either. */
class SameObjectionsTest {
    private static final Definitions BOOKINGS = SimulatedRuns.definitions(List.of("bookings"), "by-agent");
    private static final Definitions MISSING = new Definitions(List.of(SimulatedRuns.toCreate("missing", "by-agent")));

    @TempDir
    Path directory;

    private final SimulatedRuns runs = new SimulatedRuns("bookings");

    /** What a run objects to, and by which code. */
    enum Wrong {
        ANOTHER_ACCOUNT_IS_EXPECTED("OtherAccount", BOOKINGS, test -> {}),
        ANOTHER_ACCOUNT_IS_EXPECTED_AND_ONLY_CREDENTIALS_TELL("OtherAccount", MISSING, test -> {}),
        NOTHING_TELLS_THE_EXPECTED_ACCOUNT("UnknownAccount", MISSING, test -> test.runs.callerIsUnknown()),
        THE_STATE_IS_ANOTHER_ACCOUNTS(
                "OtherTarget", BOOKINGS, test -> test.recorded(BOOKINGS, "999999999999", "eu-central-1")),
        THE_STATE_IS_ANOTHER_REGIONS("OtherTarget", BOOKINGS, test -> test.recorded(BOOKINGS, null, "us-east-1")),
        NOTHING_TELLS_THE_RECORDED_ACCOUNT("UnknownAccount", MISSING, test -> {
            test.runs.callerIsUnknown();
            test.recorded(MISSING, SimulatedRuns.ACCOUNT, "eu-central-1");
        });

        private final String code;
        private final Definitions definitions;
        private final Consumer<SameObjectionsTest> make;

        Wrong(String code, Definitions definitions, Consumer<SameObjectionsTest> make) {
            this.code = code;
            this.definitions = definitions;
            this.make = make;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPlanAndAStatusObjectAsARunDoes(Wrong wrong) throws InterruptedException {
        wrong.make.accept(this);
        var engine = engine(wrong);

        assertRefused(() -> runs.plan(engine, wrong.definitions), wrong);
        var status = runs.status(engine, wrong.definitions);
        var report = runs.ensure(engine, wrong.definitions);

        assertThat(report.verdict()).isEqualTo(Verdict.ABORTED);
        assertThat(report.abortedBy()).hasFieldOrPropertyWithValue("code", wrong.code);
        assertThat(runs.changes()).isEmpty();
        assertThat(status.notLooked()).isEqualTo(report.abortedBy());
        assertThat(status.rows()).isNotEmpty().allMatch(row -> row.live() == null && !row.looked());
    }

    @ParameterizedTest
    @EnumSource
    void soDoesThePlanOfARemoval(Wrong wrong) throws InterruptedException {
        wrong.make.accept(this);
        var named = wrong.definitions.indexIds().toArray(IndexId[]::new);

        var plan = runs.planReplacement(engine(wrong), wrong.definitions, named);

        assertThat(plan.objectionable()).singleElement().satisfies(candidate -> {
            assertThat(candidate.objection()).isNotNull();
            assertThat(candidate.objection().kind()).isEqualTo(RemovalPlan.Objection.Kind.ANOTHER_ACCOUNT);
            assertThat(candidate.objection().failure())
                    .extracting(Failure::code)
                    .isEqualTo(wrong.code);
        });
    }

    private static void assertRefused(ThrowingCallable plan, Wrong wrong) {
        assertThatThrownBy(plan)
                .isInstanceOfSatisfying(
                        CouldNotLookException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(wrong.code));
    }

    private GsiEngine engine(Wrong wrong) {
        var expected = switch (wrong) {
            case ANOTHER_ACCOUNT_IS_EXPECTED, ANOTHER_ACCOUNT_IS_EXPECTED_AND_ONLY_CREDENTIALS_TELL -> "999999999999";
            case NOTHING_TELLS_THE_EXPECTED_ACCOUNT -> SimulatedRuns.ACCOUNT;
            case THE_STATE_IS_ANOTHER_ACCOUNTS, THE_STATE_IS_ANOTHER_REGIONS, NOTHING_TELLS_THE_RECORDED_ACCOUNT ->
                null;
        };
        return runs.engine()
                .stateStore(StateStores.inFile("test", directory, StateOptions.DEFAULT))
                .createTables(true)
                .expectedAccount(expected)
                .build();
    }

    private void recorded(Definitions definitions, @Nullable String account, String region) {
        try (var state = new GsiStateManager("test", directory)) {
            state.initializeGsis(definitions);
            state.recordTarget(new Target(account, region, null));
            state.updateGsiStatus(definitions.tables().get(0).name(), "by-agent", GsiStatus.FAILED);
        }
    }
}
