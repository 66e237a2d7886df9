package dev.ensuregsis.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.simulation.SimulatedItems;
import dev.ensuregsis.engine.spi.ControlPlaneFault;
import dev.ensuregsis.engine.spi.RetryClass;
import dev.ensuregsis.engine.spi.RetryPolicies;
import dev.ensuregsis.engine.spi.RetryPolicy;
import dev.ensuregsis.engine.state.StateOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an engine or a check can't be told is refused by its name; what is huge works. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BuilderTest {
    private static final Definitions BOOKINGS = SimulatedRuns.definitions(List.of("bookings"), "by-agent");
    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

    private final SimulatedRuns runs = new SimulatedRuns("bookings");

    static Stream<Arguments> whatCantBeMeant() {
        return Stream.of(
                refused("timeout", builder -> builder.timeout(Duration.ZERO)),
                refused("timeout", builder -> builder.timeout(Duration.ofNanos(-1))),
                refused("timeout", builder -> builder.timeout(Duration.ofSeconds(Long.MIN_VALUE))),
                refused("stallTimeout", builder -> builder.stallTimeout(Duration.ZERO)),
                refused("stallTimeout", builder -> builder.stallTimeout(Duration.ofSeconds(Long.MIN_VALUE))),
                refused(
                        "backfillWriteCapacity",
                        builder -> builder.capacityControl((table, index, units) -> {})
                                .backfillWriteCapacity(0L)),
                refused("progressInterval", builder -> builder.progressInterval(Duration.ofNanos(-1))),
                refused("progressInterval", builder -> builder.progressInterval(Duration.ofSeconds(Long.MIN_VALUE))),
                refused("expectedAccount", builder -> builder.expectedAccount("")),
                refused("expectedAccount", builder -> builder.expectedAccount("12345678901")),
                refused("expectedAccount", builder -> builder.expectedAccount("1234567890123")),
                refused("expectedAccount", builder -> builder.expectedAccount("arn:aws:iam:")),
                refused("expectedAccount", builder -> builder.expectedAccount("\u0661\u0662\u0663456789012")));
    }

    private static Arguments refused(String name, UnaryOperator<GsiEngine.Builder> setting) {
        return Arguments.of(name, setting);
    }

    @ParameterizedTest
    @MethodSource("whatCantBeMeant")
    void isRefusedByName(String name, UnaryOperator<GsiEngine.Builder> setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting.apply(runs.engine()).build())
                .withMessageContaining(name);
    }

    static Stream<Arguments> whatIsNull() {
        return Stream.of(
                refused("client", builder -> builder.client(nothing())),
                refused("controlPlane", builder -> builder.controlPlane(nothing())),
                refused("stateStore", builder -> builder.stateStore(nothing())),
                refused("state", builder -> builder.state(nothing())),
                refused("listener", builder -> builder.listener(nothing())),
                refused("selection", builder -> builder.selection(nothing())),
                refused("progress", builder -> builder.progress(nothing())),
                refused("stallTimeout", builder -> builder.stallTimeout(nothing())),
                refused("progressInterval", builder -> builder.progressInterval(nothing())),
                refused("retryPolicies", builder -> builder.retryPolicies(nothing())));
    }

    /** What a caller without a null checker may hand over. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T nothing() {
        return null;
    }

    @ParameterizedTest
    @MethodSource("whatIsNull")
    void nullIsRefusedByNameWhereItMeansNothing(String name, UnaryOperator<GsiEngine.Builder> setting) {
        assertThatThrownBy(() -> setting.apply(runs.engine()).build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage(name);
    }

    @Test
    void whatIsRaisedHasToBeLowered() {
        assertThatThrownBy(() -> runs.engine().backfillWriteCapacity(1L).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContainingAll("backfillWriteCapacity", "capacityControl");
    }

    static Stream<Arguments> whatACheckCantMean() {
        return Stream.of(
                refusedCheck("readCapacity", check -> check.readCapacity(0)),
                refusedCheck("readCapacity", check -> check.readCapacity(-1)),
                refusedCheck("expectedAccount", check -> check.expectedAccount("")),
                refusedCheck("expectedAccount", check -> check.expectedAccount("123")),
                refusedCheck("expectedAccount", check -> check.expectedAccount("\u0661\u0662\u0663456789012")));
    }

    private static Arguments refusedCheck(String name, UnaryOperator<ItemCheck.Builder> setting) {
        return Arguments.of(name, setting);
    }

    @ParameterizedTest
    @MethodSource("whatACheckCantMean")
    void aCheckRefusesByNameToo(String name, UnaryOperator<ItemCheck.Builder> setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting.apply(check()).build())
                .withMessageContaining(name);
    }

    static Stream<Arguments> whatIsNullForACheck() {
        return Stream.of(
                refusedCheck("items", check -> ItemCheck.of(nothing())),
                refusedCheck("selection", check -> check.selection(nothing())),
                refusedCheck("sample", check -> check.sample(nothing())),
                refusedCheck("retryPolicies", check -> check.retryPolicies(nothing())),
                refusedCheck("journal", check -> check.journal(nothing())),
                refusedCheck("listener", check -> check.listener(nothing())));
    }

    @ParameterizedTest
    @MethodSource("whatIsNullForACheck")
    void nullIsRefusedByNameByACheckToo(String name, UnaryOperator<ItemCheck.Builder> setting) {
        assertThatThrownBy(() -> setting.apply(check()).build())
                .isInstanceOf(NullPointerException.class)
                .hasMessage(name);
    }

    private static ItemCheck.Builder check() {
        return ItemCheck.of(new SimulatedItems("bookings", 1, 1, number -> Map.of()));
    }

    @Test
    void anEngineThatTalksToNobodyIsNone() {
        assertThatThrownBy(() -> GsiEngine.builder().build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("control plane");
    }

    @Test
    void retriesThatMeanNothingAreRefusedByName() {
        var second = Duration.ofSeconds(1);
        refuses("attempts", () -> RetryPolicy.attempts(0, second, second));
        refuses("attempts", () -> RetryPolicy.looks(Integer.MIN_VALUE, second, second));
        refuses("base", () -> RetryPolicy.attempts(1, Duration.ZERO, second));
        refuses("base", () -> RetryPolicy.unlimited(Duration.ofSeconds(Long.MIN_VALUE), second));
        refuses("cap", () -> RetryPolicy.attempts(1, second, Duration.ofMillis(999)));
        refuses("cap", () -> RetryPolicy.attempts(1, second, Duration.ofSeconds(-1)));
        refuses("maxAttempts", () -> new RetryPolicies(0, Map.of()));
        refuses("maxAttempts", () -> RetryPolicies.defaults().withMaxAttempts(-1));
    }

    @Test
    void aWaitForTheStateThatMeansNothingIsRefusedByName() {
        refuses("longestWait", () -> StateOptions.DEFAULT.withLongestWait(Duration.ZERO));
        refuses("longestWait", () -> StateOptions.DEFAULT.withLongestWait(Duration.ofSeconds(Long.MIN_VALUE)));
        assertThat(StateOptions.DEFAULT.withLongestWait(LONGEST).longestWait()).isEqualTo(LONGEST);
    }

    @Test
    void aSelectionIsOfNamesAndGlobs() {
        assertThat(new Selection(List.of("a.b-*[]()\\Q"), List.of("?"))).isNotNull();
        assertThat(new Selection(List.of("\\E*"), List.of()).of(BOOKINGS).tables())
                .isEmpty();
    }

    private static void refuses(String name, Runnable setting) {
        assertThatIllegalArgumentException().isThrownBy(setting::run).withMessageContaining(name);
    }

    @Test
    void hugeTimesWorkInSimulation() {
        var report = runs.ensure(huge(runs.engine()), BOOKINGS);

        assertThat(report.verdict()).isEqualTo(Verdict.ENSURED);
    }

    /** It ends by what the first look meets; before that the timeout is scheduled on real time. */
    @Test
    void hugeTimesWorkInRealTime() {
        runs.looksMeet("bookings", new ControlPlaneFault.NotConnected("Connection refused"), 1);

        var report = huge(runs.engine()).ensure(BOOKINGS);

        assertThat(report.abortedBy()).isNotNull();
        assertThat(report.abortedBy().code()).isEqualTo("NotConnected");
        assertThat(report.thrown()).isNull();
    }

    private static GsiEngine huge(GsiEngine.Builder builder) {
        return builder.timeout(LONGEST)
                .stallTimeout(LONGEST)
                .progressInterval(LONGEST)
                .retryPolicies(hugePolicies())
                .build();
    }

    private static RetryPolicies hugePolicies() {
        var policies = new EnumMap<RetryClass, RetryPolicy>(RetryClass.class);
        Arrays.stream(RetryClass.values())
                .forEach(retryClass -> policies.put(retryClass, huge(retryClass, LONGEST, true)));
        return new RetryPolicies(Integer.MAX_VALUE, policies);
    }

    private static RetryPolicy huge(RetryClass retryClass, Duration base, boolean jitter) {
        return new RetryPolicy(
                RetryPolicy.UNLIMITED,
                base,
                LONGEST,
                jitter,
                retryClass.defaults().usesAttempt());
    }

    @ParameterizedTest
    @EnumSource
    void hugeDelaysAreDrawnWhateverCameBefore(RetryClass retryClass) {
        var random = new SplittableRandom(1);
        for (var base : List.of(Duration.ofNanos(1), Duration.ofSeconds(1), Duration.ofDays(30), LONGEST)) {
            var policy = huge(retryClass, base, false);
            var before = Duration.ZERO;
            for (int setbacks : new int[] {1, 2, 3, 10, 20, 30, 31, 32, 64, 1000, Integer.MAX_VALUE}) {
                var delay =
                        hugePolicies().with(retryClass, policy).of(retryClass).delayAfter(setbacks, random);
                assertThat(delay)
                        .as("delay after %s setbacks from %s", setbacks, base)
                        .isGreaterThanOrEqualTo(before)
                        .isGreaterThanOrEqualTo(base.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(20) : base);
                before = delay;
            }
        }
    }

    @Test
    void aHugeDelayIsWaitedForLikeAnyOther() {
        runs.looksMeet("bookings", new ControlPlaneFault.Answered("InternalServerError", "any", 500), 3);

        var report = runs.ensure(
                runs.engine()
                        .retryPolicies(hugePolicies())
                        .timeout(Duration.ofDays(1))
                        .build(),
                BOOKINGS);

        assertThat(report.ending()).isEqualTo(RunReport.Ending.TIMED_OUT);
    }
}
