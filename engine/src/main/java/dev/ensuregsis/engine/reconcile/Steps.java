package dev.ensuregsis.engine.reconcile;

import dev.ensuregsis.engine.control.LiveTable;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.GsiEvent.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a loop can do next with a table, for its parts to ask for. On the loop's thread only. */
interface Steps {

    /** Looks at the table, and goes on with something else than a decision. */
    void look(TableWork table, Runnable then);

    /** Takes in what a look, or an answer, shows of the table, and goes on unless it is of another account. */
    void onLook(TableWork table, Optional<LiveTable> live, Runnable then);

    /** Looks at the table after a delay, and decides. */
    void lookAfter(Duration delay, TableWork table);

    /** Does what is decided until that takes time. */
    void act(TableWork table);

    /** Says, at a pace, that the table waits, and for how long it has. */
    Duration waits(TableWork table, @Nullable String indexName, Phase phase);

    /** Goes on with the table's other indexes; a table without any has nothing to go on with. */
    void giveUp(TableWork table, List<IndexWork> indexes, Failure failure);

    /** Gives up all that is open of the table. */
    void failOpen(TableWork table, Failure failure);

    /** Leaves the table as it is, because the run was told not to wait. */
    void leaveBuilding(TableWork table);

    /** Nothing more is done for the table. */
    void finish(TableWork table);

    /** Ends the whole run. */
    void abort(Failure failure);
}
