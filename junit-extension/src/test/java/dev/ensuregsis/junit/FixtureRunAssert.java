package dev.ensuregsis.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ListAssert;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.Event;

/** What can be said of a run of fixtures. */
final class FixtureRunAssert extends AbstractAssert<FixtureRunAssert, EngineExecutionResults> {

    FixtureRunAssert(EngineExecutionResults actual) {
        super(actual, FixtureRunAssert.class);
    }

    /** Every test ran and succeeded, and no container failed. */
    FixtureRunAssert succeeded(int tests) {
        assertThat(throwables(actual.allEvents().failed().list()))
                .as("what failed")
                .isEmpty();
        actual.testEvents().assertStatistics(events -> events.succeeded(tests).started(tests));
        return this;
    }

    /** One container failed, none of its tests was started; this is why. */
    AbstractThrowableAssert<?, ? extends Throwable> failedOnceInItsContainer() {
        assertThat(actual.testEvents().started().list())
                .as("tests that started")
                .isEmpty();
        return onlyFailure(actual.containerEvents().failed().list());
    }

    /** As many containers failed, and none of their tests was started; these are why. */
    ListAssert<Throwable> failedInEachContainer(int containers) {
        assertThat(actual.testEvents().started().list())
                .as("tests that started")
                .isEmpty();
        return assertThat(throwables(actual.containerEvents().failed().list())).hasSize(containers);
    }

    /** One class failed in its container while this many tests of other classes succeeded; this is why. */
    AbstractThrowableAssert<?, ? extends Throwable> failedOneContainerBeside(int tests) {
        actual.testEvents().assertStatistics(events -> events.succeeded(tests).failed(0));
        return onlyFailure(actual.containerEvents().failed().list());
    }

    /** One test failed, and nothing else; this is why. */
    AbstractThrowableAssert<?, ? extends Throwable> failedInOneTest() {
        assertThat(throwables(actual.containerEvents().failed().list())).isEmpty();
        return onlyFailure(actual.testEvents().failed().list());
    }

    /** One container was aborted, none of its tests was started; this is why. */
    AbstractThrowableAssert<?, ? extends Throwable> skippedOnceInItsContainer() {
        assertThat(actual.testEvents().started().list())
                .as("tests that started")
                .isEmpty();
        return onlyFailure(actual.containerEvents().aborted().list());
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> onlyFailure(List<Event> events) {
        var throwables = throwables(events);
        assertThat(throwables).as("what failed").hasSize(1);
        return assertThat(throwables.get(0));
    }

    private static List<Throwable> throwables(List<Event> events) {
        return events.stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
