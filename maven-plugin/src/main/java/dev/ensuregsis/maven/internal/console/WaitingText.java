package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code gsi:create} prints from time to time while it waits. */
final class WaitingText {
    private static final int MOST_TABLES = 10;

    private WaitingText() {}

    static List<Line> lines(Waits waits, IndexLabels labels, WaitingDetail detail) {
        return switch (detail) {
            case SUMMARY -> List.of(Line.info(summary(waits) + longest(waits, labels)));
            case TABLES -> withTables(waits, labels);
        };
    }

    private static String summary(Waits waits) {
        var parts = new ArrayList<String>();
        parts.add(waits.active() + " of " + Words.gsis(waits.all()) + " active");
        add(parts, waits.building(), "building");
        add(parts, waits.refused(), "refused for now");
        add(parts, waits.queued(), "queued");
        add(parts, waits.failed(), "failed");
        return "Waiting, " + Words.duration(waits.soFar()) + " so far: " + String.join(", ", parts);
    }

    private static void add(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    /** The longest wait; and, where DynamoDB refuses something for now, what it says, whatever else is building. */
    private static String longest(Waits waits, IndexLabels labels) {
        var longest = waits.tables().stream().findFirst();
        var refused = waits.longestRefused().filter(wait -> !wait.equals(longest.orElse(null)));
        return Stream.of(
                        longest.map(wait -> "; longest: " + in(wait, labels)),
                        refused.map(wait -> "; refused: " + in(wait, labels)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
    }

    private static String in(Waiting wait, IndexLabels labels) {
        return subject(wait, labels) + " (" + wait.phase().words() + ", " + Words.duration(wait.elapsed())
                + (wait.refusal() == null ? "" : "; " + wait.refusal().summary()) + ")";
    }

    private static List<Line> withTables(Waits waits, IndexLabels labels) {
        var lines = new ArrayList<Line>();
        lines.add(Line.info(summary(waits)));
        var table = new TextTable();
        waits.tables().stream()
                .limit(MOST_TABLES)
                .forEach(wait -> table.row(
                        "  " + subject(wait, labels),
                        wait.phase().words(),
                        Words.duration(wait.elapsed()),
                        String.join("; ", details(wait))));
        table.lines().forEach(line -> lines.add(Line.info(line)));
        int more = waits.tables().size() - MOST_TABLES;
        if (more > 0) {
            lines.add(Line.info("  and " + Words.count(more, "more table", "more tables")));
        }
        return lines;
    }

    private static List<String> details(Waiting wait) {
        var details = new ArrayList<String>();
        if (wait.refusal() != null) {
            details.add(wait.refusal().summary());
        }
        if (Waits.readsItems(wait)) {
            details.add(items(wait));
        }
        if (wait.indexName() != null && wait.behind() > 0) {
            details.add(Words.gsis(wait.behind()) + " after it");
        } else if (wait.behind() > 0) {
            details.add(Words.gsis(wait.behind()));
        }
        return details;
    }

    private static String items(Waiting wait) {
        var inTable = Words.count(wait.itemCount(), "item", "items");
        return (wait.indexItemCount() > 0 ? Words.number(wait.indexItemCount()) + " of " + inTable : inTable)
                + " in the table when last counted";
    }

    private static String subject(Waiting wait, IndexLabels labels) {
        return wait.indexName() == null ? wait.tableName() : labels.of(new IndexId(wait.tableName(), wait.indexName()));
    }
}
