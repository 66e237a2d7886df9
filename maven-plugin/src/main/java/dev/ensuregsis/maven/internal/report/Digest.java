package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.Unread;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.spi.Target;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report in the terms that all forms for people have: the verdict, and a row for each index. The figures are those of the
 * JSON.
 *
 * @param report what it is of
 * @param verdict how it ended, in a word or two
 * @param target which DynamoDB it was about; null if it was not reached
 * @param startedAt when the run began; null if it was none
 * @param endedAt when it ended; null if it was none
 * @param rows each index, and each table that failed for itself, in the order of the definitions
 * @param history what each table did
 * @param sources the files that the definitions came from, with their tables
 * @param notRead what of the definitions isn't read
 */
record Digest(
        Report report,
        String verdict,
        @Nullable Target target,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        List<Row> rows,
        Map<String, List<Stretch>> history,
        Map<String, List<String>> sources,
        List<Unread> notRead) {

    /** How a row is to be taken. */
    enum Standing {
        /** As it is to be. */
        GOOD,
        /** Not there yet, and nothing has failed. */
        OPEN,
        /** Failed. */
        BAD
    }

    /**
     * One index; or a table for itself.
     *
     * @param table the table's name
     * @param index the index's name; null for a table for itself
     * @param label what it is called among the others
     * @param standing how it is to be taken
     * @param word how it stands, in a word or two
     * @param detail more about it; empty if there is nothing to say
     * @param failure why it failed, or what DynamoDB refused for now; null if nothing
     * @param attempts how often it was tried
     * @param startedAt when it was asked for; null if that isn't known
     * @param endedAt when its outcome was known; null if that isn't known
     * @param place where it is defined; null if it isn't
     */
    record Row(
            String table,
            @Nullable String index,
            String label,
            Standing standing,
            String word,
            String detail,
            @Nullable Failure failure,
            int attempts,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Place place) {}

    /** How many rows stand so. */
    long count(Standing standing) {
        return rows.stream().filter(row -> row.standing() == standing).count();
    }

    /** What is said of those rows that stand as they are to. */
    String wordForGood() {
        var words = rows.stream()
                .filter(row -> row.standing() == Standing.GOOD)
                .map(Row::word)
                .filter(word -> word.equals("deleted") || word.equals("not defined"))
                .distinct()
                .toList();
        return words.size() == 1 ? words.get(0) : "active";
    }

    /** Whether the build goes on. */
    boolean isGreen() {
        return switch (report.ending()) {
            case SUCCESS, NOTHING -> true;
            case FAILURE, REFUSED, BROKEN -> false;
        };
    }

    /** Whether it is red for time alone: nothing has failed. */
    boolean isOnlyLate() {
        return !isGreen() && report.finding() != null && count(Standing.BAD) == 0 && count(Standing.OPEN) > 0;
    }
}
