package dev.ensuregsis.engine.history;

import static java.util.stream.Collectors.joining;

import dev.ensuregsis.engine.simulation.FaultKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a history is made of. All that happens in it follows from this, so that its text is enough to repeat it.
 *
 * @param seed draws everything
 * @param tables how many tables are wanted
 * @param indexesPerTable how many indexes each of them is to have
 * @param troubles what may go wrong
 */
record History(long seed, int tables, int indexesPerTable, Set<Trouble> troubles) {

    /** The inverse of {@link #toString()}. */
    static History parse(String text) {
        var parts = text.split("/", 4);
        var troubles = EnumSet.noneOf(Trouble.class);
        if (!parts[3].isEmpty()) {
            Arrays.stream(parts[3].split("\\+", -1)).map(Trouble::valueOf).forEach(troubles::add);
        }
        return new History(Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), troubles);
    }

    boolean has(Trouble trouble) {
        return troubles.contains(trouble);
    }

    Set<FaultKind> faults() {
        return troubles.stream()
                .flatMap(trouble -> trouble.faults().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FaultKind.class)));
    }

    @Override
    public String toString() {
        return seed + "/" + tables + "/" + indexesPerTable + "/"
                + troubles.stream().sorted().map(Trouble::name).collect(joining("+"));
    }
}
