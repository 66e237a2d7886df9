package dev.ensuregsis.engine.internal.state;

import dev.ensuregsis.engine.spi.StoredState;
import java.util.List;

/** What a user should know about a state that was found: a sentence each. */
public final class StateWarnings implements StoredState.Cases<List<String>> {
    private final String place;
    private final String runningName;

    private StateWarnings(String place, String runningName) {
        this.place = place;
        this.runningName = runningName;
    }

    /**
     * Says what there is to say.
     *
     * @param found the state
     * @param place where it is kept
     * @param runningName who runs now
     * @return sentences; empty if all is well
     */
    public static List<String> of(StoredState found, String place, String runningName) {
        return found.match(new StateWarnings(place, runningName));
    }

    @Override
    public List<String> nothing(StoredState.Nothing nothing) {
        return List.of();
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
