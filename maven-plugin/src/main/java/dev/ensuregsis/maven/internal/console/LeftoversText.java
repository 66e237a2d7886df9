package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.Leftovers;
import dev.ensuregsis.engine.Leftovers.Leftover;
import dev.ensuregsis.maven.internal.build.TypedCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What {@code gsi:delete} prints where no index is named. */
public final class LeftoversText {
    private LeftoversText() {}

    /**
     * The indexes that are live and not defined, with size, use and the command that deletes each.
     *
     * @param leftovers what was found
     * @param use what is known of the use of each, in words
     * @param commands the commands that go on from here
     * @return its lines
     */
    public static List<Line> lines(Leftovers leftovers, Function<Leftover, String> use, TypedCommand commands) {
        var lines = new ArrayList<Line>();
        lines.add(Line.info("GSIs that are live and not defined: " + Words.target(leftovers.target())));
        for (var index : leftovers.indexes()) {
            var live = index.live();
            var name = index.id().tableName() + "/" + index.id().indexName();
            lines.add(
                    Line.info("  " + name + ": " + live.status() + ", " + Words.count(live.itemCount(), "item", "items")
                            + ", " + Words.bytes(live.sizeBytes()) + " when DynamoDB last counted; "
                            + use.apply(index)));
            lines.add(Line.info("    " + commands.instead("delete", name)));
        }
        if (leftovers.indexes().isEmpty()) {
            lines.add(Line.info("  none"));
        }
        leftovers
                .notLooked()
                .forEach(table -> lines.add(Line.warning("Table " + table.tableName() + " could not be looked at: "
                        + table.failure().summary())));
        lines.add(Line.info("Nothing was changed."));
        return lines;
    }
}
