package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.spi.GsiEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which part a run was about, of what is defined and of what is recorded.
 *
 * @param defined how many indexes are defined
 * @param selected how many of them it was about
 * @param recorded whether there is a state that stays after it
 * @param ofOthers what others who share that state have not done
 */
public record RunPart(int defined, int selected, boolean recorded, List<GsiEntry> ofOthers) {
    private static final int MOST_NAMED = 5;

    /** Why a green run leaves its state where it is; empty if there is none. */
    Optional<String> whyStateStays() {
        if (!recorded) {
            return Optional.empty();
        }
        if (selected < defined) {
            return Optional.of("The state stays: this run was about " + selected + " of " + Words.gsis(defined)
                    + " (gsi.tables, gsi.indexes), and it is put away when all are active.");
        }
        return Optional.of(
                ofOthers.isEmpty()
                        ? "The state stays: gsi:status shows what is in it, gsi:archive puts it away."
                        : "The state stays for others who share it: " + namesOfOthers()
                                + ". It is put away when these are active too, or by gsi:archive with gsi.force=true.");
    }

    private String namesOfOthers() {
        var labels = IndexLabels.of(ofOthers.stream().map(GsiEntry::id).toList());
        var named = ofOthers.stream()
                .limit(MOST_NAMED)
                .map(entry -> labels.of(entry.id()) + " (" + entry.status().word() + ", of " + entry.definedBy() + ")")
                .collect(Collectors.joining(", "));
        int more = ofOthers.size() - MOST_NAMED;
        return more > 0 ? named + " and " + Words.number(more) + " more" : named;
    }
}
