package dev.ensuregsis.maven.internal.console;

import java.util.Optional;

/**
 * Which part of what is defined a run was about.
 *
 * @param defined how many indexes are defined
 * @param selected how many of them it was about
 * @param recorded whether there is a state that stays after it
 */
public record RunPart(int defined, int selected, boolean recorded) {

    /** Why a green run leaves its state where it is; empty if there is none. */
    Optional<String> whyStateStays() {
        if (!recorded) {
            return Optional.empty();
        }
        return Optional.of(
                selected < defined
                        ? "The state stays: this run was about " + selected + " of " + Words.gsis(defined)
                                + " (gsi.tables, gsi.indexes), and it is put away when all are active."
                        : "The state stays: it holds GSIs that are not defined here and not active, or it could not be put"
                                + " away. gsi:status shows them; gsi:archive with gsi.force=true puts it away.");
    }
}
