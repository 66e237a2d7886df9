package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.StoredState;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** What a user should know about a state that was found: a sentence each. */
public final class StateWarnings implements StoredState.Cases<List<String>> {
    private final String place;
    private final String runningName;
    private final Set<String> tables;

    private StateWarnings(String place, String runningName, Set<String> tables) {
        this.place = place;
        this.runningName = runningName;
        this.tables = tables;
    }

    /**
     * Says what there is to say.
     *
     * @param found the state
     * @param place where it is kept
     * @param runningName who runs now
     * @param tables the tables that it works on
     * @return sentences; empty if all is well
     */
    public static List<String> of(StoredState found, String place, String runningName, Set<String> tables) {
        return found.match(new StateWarnings(place, runningName, tables));
    }

    /** Another name matters where it is about the same tables; another target is told of, and is another state. */
    @Override
    public List<String> nothing(StoredState.Nothing nothing) {
        return nothing.elsewhere().stream()
                .filter(other ->
                        other.scriptName().equals(runningName) || !Collections.disjoint(other.tables(), tables))
                .map(other -> other.scriptName().equals(runningName)
                        ? "The state " + place + " has nothing of \"" + runningName + "\" for this DynamoDB, but for "
                                + other.target() + ": that is another state, and is left alone."
                        : "The state " + place + " has nothing of \"" + runningName + "\", but \"" + other.scriptName()
                                + "\" has a state of the same tables there. If they are one deployment, give both one"
                                + " name.")
                .toList();
    }

    @Override
    public List<String> kept(StoredState.Kept kept) {
        var maker = kept.whole().scriptName();
        return maker.equals(runningName)
                ? List.of()
                : List.of("The state " + place + " was made by \"" + maker + "\", this is \"" + runningName
                        + "\". If they are two deployments, give each a state of its own.");
    }

    @Override
    public List<String> damaged(StoredState.Damaged damaged) {
        return List.of("The state " + damaged.place() + " is damaged at line " + damaged.line() + ", column "
                + damaged.column() + ": " + damaged.reason()
                + ". It is put aside before anything is changed; what exists is found by looking.");
    }

    @Override
    public List<String> accountFirst(StoredState.AccountFirst accountFirst) {
        return List.of();
    }
}
