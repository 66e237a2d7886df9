package dev.ensuregsis.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ensuregsis.engine.internal.reconcile.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SimulatedTimelineTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final VirtualTime time = new VirtualTime();
    private final long start = time.instant().getEpochSecond();
    private final List<String> story = new ArrayList<>();

    @Test
    void steps_happen_when_they_are_due_and_in_the_order_of_their_announcement() throws InterruptedException {
        var timeline = timeline(1);
        timeline.schedule(SECOND.multipliedBy(2), () -> tell("second"));
        timeline.schedule(SECOND, () -> tell("first"));
        timeline.schedule(SECOND, () -> tell("just after"));
        timeline.runUntil(() -> story.size() == 3);

        assertThat(story).containsExactly("first at 1", "just after at 1", "second at 2");
    }

    @Test
    void a_call_takes_effect_in_the_middle_and_is_answered_at_the_end() throws InterruptedException {
        var timeline = timeline(1);
        timeline.call(() -> tell("effect"), answer -> tell(answer.toString()));
        timeline.runUntil(() -> story.size() == 2);

        assertThat(story).containsExactly("effect at 5", "Returned[value=true] at 10");
    }

    @Test
    void what_a_call_throws_is_its_answer() throws InterruptedException {
        var timeline = timeline(1);
        timeline.call(
                () -> {
                    throw new IllegalStateException("no");
                },
                answer -> tell(answer.getClass().getSimpleName()));
        timeline.runUntil(() -> !story.isEmpty());

        assertThat(story).containsExactly("Threw at 10");
    }

    @Test
    void a_stalled_answer_comes_later() throws InterruptedException {
        var timeline = timeline(1);
        timeline.call(() -> stallFor(timeline, SECOND.multipliedBy(30)), answer -> tell("answer"));
        timeline.runUntil(() -> !story.isEmpty());

        assertThat(story).containsExactly("answer at 40");
    }

    @Test
    void a_dead_process_takes_no_step_but_what_it_sent_may_arrive() throws InterruptedException {
        int arrived = 0;
        for (int seed = 0; seed < 50; seed++) {
            story.clear();
            var dying = timeline(seed).crashBefore(2, () -> tell("died"));
            dying.schedule(Duration.ZERO, () -> dying.call(() -> tell("effect"), answer -> tell("never")));
            dying.schedule(SECOND, () -> tell("never"));
            assertThatExceptionOfType(Crash.class).isThrownBy(() -> dying.runUntil(() -> false));

            var next = timeline(seed);
            next.schedule(SECOND.multipliedBy(60), () -> tell("done"));
            next.runUntil(() -> story.stream().anyMatch(line -> line.startsWith("done")));
            assertThat(story).noneMatch(line -> line.startsWith("never"));
            assertThat(story).anyMatch(line -> line.startsWith("died"));
            arrived += story.size() - 2;
        }
        assertThat(arrived).isBetween(10, 40);
    }

    @Test
    void an_endless_process_is_stopped() {
        var timeline = timeline(1).atMost(100);
        Runnable[] again = new Runnable[1];
        again[0] = () -> timeline.schedule(SECOND, again[0]);
        again[0].run();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> timeline.runUntil(() -> false))
                .withMessageContaining("100 steps");
    }

    private SimulatedTimeline timeline(int seed) {
        var ten = SECOND.multipliedBy(10);
        return new SimulatedTimeline(time, new Latency(ten, ten), new SplittableRandom(seed));
    }

    private static boolean stallFor(Timeline timeline, Duration duration) {
        ((SimulatedTimeline) timeline).stall(duration);
        return true;
    }

    private boolean tell(String what) {
        return story.add(what + " at " + (time.instant().getEpochSecond() - start));
    }
}
