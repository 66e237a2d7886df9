package dev.ensuregsis.engine.internal.statetable;

import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.Target;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands all on; who extends it does one thing otherwise. */
abstract class ForwardingStateRequests implements StateRequests {
    private final StateRequests next;

    ForwardingStateRequests(StateRequests next) {
        this.next = next;
    }

    @Override
    public String tableName() {
        return next.tableName();
    }

    @Override
    public Target target() {
        return next.target();
    }

    @Override
    public TableShape describe() {
        return next.describe();
    }

    @Override
    public void create() {
        next.create();
    }

    @Override
    public void complete() {
        next.complete();
    }

    @Override
    public Optional<Head> head(StateKey key) {
        return next.head(key);
    }

    @Override
    public List<Head> heads() {
        return next.heads();
    }

    @Override
    public List<StoredEntry> entries(StateKey key, String generation) {
        return next.entries(key, generation);
    }

    @Override
    public List<EndedRun> runs(StateKey key, int most) {
        return next.runs(key, most);
    }

    @Override
    public void put(Head head, @Nullable Head follows) {
        next.put(head, follows);
    }

    @Override
    public void write(StateKey key, String generation, String token, List<StoredEntry> entries) {
        next.write(key, generation, token, entries);
    }

    @Override
    public void write(StateKey key, String token, EndedRun run) {
        next.write(key, token, run);
    }
}
