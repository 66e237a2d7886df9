package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.EndedRun;
import dev.ensuregsis.engine.spi.LockOwner;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateException;
import dev.ensuregsis.engine.spi.StateSession;
import dev.ensuregsis.engine.spi.StateStore;
import dev.ensuregsis.engine.spi.StoredState;
import dev.ensuregsis.engine.spi.Target;
import java.util.List;
import java.util.Optional;

/**
 * A store beside which lies the state of another, from before: it takes that in when it is opened, or refuses to choose
 * between the two.
 */
public final class BesideAnother implements StateStore {
    private final StateStore next;
    private final StateStore other;
    private final boolean takeIn;

    /**
     * Two stores.
     *
     * @param next where the state is to be kept
     * @param other where it was kept before
     * @param takeIn whether that is taken in, and put away there; else a run is refused where both hold something
     */
    public BesideAnother(StateStore next, StateStore other, boolean takeIn) {
        this.next = next;
        this.other = other;
        this.takeIn = takeIn;
    }

    @Override
    public String place() {
        return next.place();
    }

    @Override
    public String scriptName() {
        return next.scriptName();
    }

    @Override
    public boolean keepsUntried() {
        return next.keepsUntried();
    }

    @Override
    public StoredState read(Target target) {
        var kept = next.read(target);
        if (kept instanceof StoredState.AccountFirst) {
            return kept;
        }
        var outside = other.read(target);
        if (takeIn) {
            return outside.contents()
                    .<StoredState>map(contents -> new StoredState.Kept(ofHere(contents, target), true))
                    .orElseGet(() -> refuseDamaged(outside, kept));
        }
        outside.contents()
                .ifPresent(file -> kept.contents().ifPresent(table -> {
                    throw new StateException.TwoStates(described(other.place(), file), described(next.place(), table));
                }));
        return kept;
    }

    private StateContents ofHere(StateContents contents, Target target) {
        contents.target().conflictWith(target).ifPresent(conflict -> {
            throw new StateException.OtherTarget(other.place(), conflict);
        });
        return contents;
    }

    private static StoredState refuseDamaged(StoredState outside, StoredState otherwise) {
        if (outside instanceof StoredState.Damaged damaged) {
            throw new StateException.Unusable(
                    damaged.place(),
                    "it is damaged at line " + damaged.line() + ", column " + damaged.column() + ": " + damaged.reason()
                            + ". Mend it, or take it away.");
        }
        return otherwise;
    }

    private static String described(String place, StateContents contents) {
        return place + " with " + contents.summary() + ", last changed " + contents.updatedAt();
    }

    @Override
    public StateSession open(Target target, boolean mayWait) {
        if (takeIn) {
            takeIn(target, mayWait);
        }
        return next.open(target, mayWait);
    }

    /** Whole, then put away there: a crash between the two leaves both, and the same order once more ends it. */
    private void takeIn(Target target, boolean mayWait) {
        try (var to = next.open(target, mayWait);
                var from = other.open(target, mayWait)) {
            from.found().contents().ifPresent(contents -> {
                to.replace(contents);
                from.archive();
            });
        }
    }

    @Override
    public Optional<LockOwner> holder(Target target) {
        return next.holder(target);
    }

    @Override
    public List<EndedRun> history(Target target, int most) {
        return next.history(target, most);
    }

    @Override
    public boolean isKeptIn(String tableName, Target target) {
        return next.isKeptIn(tableName, target);
    }

    @Override
    public void seal() {
        Closing.all(next::seal, other::seal);
    }

    @Override
    public void close() {
        Closing.all(next::close, other::close);
    }
}
