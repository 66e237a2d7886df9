package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.event.GsiEvent.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code gsi:create} prints from time to time while it waits. */
final class WaitingText {
    private static final int MOST_TABLES = 10;
    private static final String INDENT = "  ";
    private static final String DETAIL = "      ";

    private final IndexLabels labels;
    private final Audience audience;
    private final Instant now;

    WaitingText(IndexLabels labels, Audience audience, Instant now) {
        this.labels = labels;
        this.audience = audience;
        this.now = now;
    }

    List<Line> lines(Waits waits) {
        return switch (audience.waitingDetail()) {
            case SUMMARY -> List.of(Line.info(String.join(", ", summary(waits)) + longest(waits)));
            case TABLES -> withTables(waits).stream().map(Line::info).toList();
        };
    }

    private static List<String> summary(Waits waits) {
        var parts = new ArrayList<String>();
        parts.add("Waiting, " + Words.duration(waits.soFar()) + " so far: " + waits.active() + " of "
                + Words.gsis(waits.all()) + " active");
        add(parts, waits.building(), "building");
        add(parts, waits.refused(), "refused for now");
        add(parts, waits.queued(), "queued");
        add(parts, waits.failed(), "failed");
        return parts;
    }

    private static void add(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    /** The longest wait; and, where DynamoDB refuses something for now, what it says, whatever else is building. */
    private String longest(Waits waits) {
        var longest = waits.tables().stream().findFirst();
        var refused = waits.longestRefused().filter(wait -> !wait.equals(longest.orElse(null)));
        return Stream.of(longest.map(wait -> "; longest: " + in(wait)), refused.map(wait -> "; refused: " + in(wait)))
                .flatMap(Optional::stream)
                .collect(Collectors.joining());
    }

    private String in(Waiting wait) {
        return subject(wait) + " (" + wait.phase().words() + ", " + Words.duration(wait.elapsed())
                + (wait.progress() == null ? "" : "; " + ProgressText.of(wait.progress(), now))
                + (wait.refusal() == null ? "" : "; " + wait.refusal().summary()) + ")";
    }

    private List<String> withTables(Waits waits) {
        int columns = audience.columns();
        var lines = new ArrayList<String>(Fitted.parts("", summary(waits), ", ", new Fitted.Frame(columns, INDENT)));
        var shown = waits.tables().stream().limit(MOST_TABLES).toList();
        var wide = wide(shown);
        lines.addAll(wide.stream().allMatch(line -> line.length() <= columns) ? wide : narrow(shown, columns));
        int more = waits.tables().size() - MOST_TABLES;
        if (more > 0) {
            lines.add(INDENT + "and " + Words.count(more, "more table", "more tables"));
        }
        return lines;
    }

    /** One line each. */
    private List<String> wide(List<Waiting> waits) {
        var table = new TextTable();
        waits.forEach(wait -> table.row(
                INDENT + subject(wait),
                wait.phase().words(),
                Words.duration(wait.elapsed()),
                String.join("; ", details(wait))));
        return table.lines();
    }

    /** What there is to say of each below it. */
    private List<String> narrow(List<Waiting> waits, int columns) {
        int behind =
                waits.stream().mapToInt(wait -> behind(wait).length()).max().orElse(0);
        var table = new TextTable();
        waits.forEach(wait -> table.row(
                INDENT + Fitted.name(subject(wait), columns - behind - INDENT.length() - TextTable.GAP.length()),
                behind(wait)));
        var heads = table.lines();
        var lines = new ArrayList<String>();
        for (int i = 0; i < waits.size(); i++) {
            lines.add(heads.get(i));
            var details = details(waits.get(i));
            if (!details.isEmpty()) {
                lines.addAll(Fitted.parts(DETAIL, details, "; ", new Fitted.Frame(columns, DETAIL)));
            }
        }
        return lines;
    }

    private static String behind(Waiting wait) {
        return wait.phase().words() + TextTable.GAP + Words.duration(wait.elapsed());
    }

    private List<String> details(Waiting wait) {
        var details = new ArrayList<String>();
        if (wait.refusal() != null) {
            details.add(wait.refusal().summary());
        }
        var progress = wait.progress();
        if (progress != null) {
            details.add(ProgressText.of(progress, now));
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

    private String subject(Waiting wait) {
        return wait.indexName() == null ? wait.tableName() : labels.of(new IndexId(wait.tableName(), wait.indexName()));
    }
}
