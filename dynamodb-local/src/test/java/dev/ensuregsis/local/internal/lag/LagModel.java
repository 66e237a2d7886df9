package dev.ensuregsis.local.internal.lag;

import java.util.ArrayList;
import java.util.List;

/** Which of the states that a table has been in its indexes show. */
final class LagModel<S> {
    private final long lagMillis;
    private final List<Moment<S>> moments = new ArrayList<>();
    private long now;
    private int shown;
    private boolean held;

    LagModel(long lagMillis, S empty) {
        this.lagMillis = lagMillis;
        recreated(empty);
    }

    private record Moment<S>(long time, S table) {}

    void written(S table) {
        moments.add(new Moment<>(now, table));
        show();
    }

    void recreated(S empty) {
        moments.clear();
        moments.add(new Moment<>(now, empty));
        shown = 0;
    }

    void waited(long millis) {
        now += millis;
        show();
    }

    void hold() {
        held = true;
    }

    void release() {
        held = false;
        show();
    }

    void catchUp() {
        shown = moments.size() - 1;
    }

    S shown() {
        return moments.get(shown).table;
    }

    private void show() {
        while (!held && shown + 1 < moments.size() && moments.get(shown + 1).time + lagMillis <= now) {
            shown++;
        }
    }
}
