package dev.ensuregsis.engine.state;

import dev.ensuregsis.engine.definition.IndexNames;
import dev.ensuregsis.engine.internal.state.StateBook;
import dev.ensuregsis.engine.spi.GsiEntry;
import dev.ensuregsis.engine.spi.StateContents;
import dev.ensuregsis.engine.spi.StateSummary;
import dev.ensuregsis.engine.spi.Target;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** What is recorded, for a reader. */
final class StatusTable {
    private static final int STATUS_WIDTH = 12;

    private final StateBook book;
    private final StateContents head;
    private final String place;

    StatusTable(StateBook book, String scriptName, String place, Instant now) {
        this.book = book;
        this.place = place;
        var second = now.truncatedTo(ChronoUnit.SECONDS);
        this.head = book.found()
                .contents()
                .orElseGet(() -> new StateContents(scriptName, second, second, Target.UNKNOWN, Map.of()));
    }

    String text() {
        var out = new StringBuilder();
        var entries = book.ledger().all();
        line(out, "State of " + head.scriptName() + ": " + place);
        line(out, "Created " + head.createdAt() + ", updated " + head.updatedAt());
        if (!book.target().equals(Target.UNKNOWN)) {
            line(out, "DynamoDB: " + book.target());
        }
        line(out, StateSummary.of(entries).toString());
        var names = new IndexNames();
        for (var entry : entries) {
            entry(out, names.next(entry.id()), entry);
        }
        return out.toString();
    }

    private void entry(StringBuilder out, String name, GsiEntry entry) {
        var text = new StringBuilder("  ")
                .append(String.format(
                        Locale.ROOT, "%-" + STATUS_WIDTH + "s", entry.status().word()))
                .append(name);
        if (entry.creationTime() != null) {
            text.append(", started ").append(entry.creationTime());
        }
        if (entry.retryCount() > 0) {
            text.append(", failed attempts: ").append(entry.retryCount());
        }
        if (!book.ledger().isDefined(entry.id())) {
            text.append(" (no longer defined)");
        }
        line(out, text.toString());
        if (entry.lastError() != null) {
            line(out, "  " + " ".repeat(STATUS_WIDTH) + entry.lastError());
        }
    }

    private static void line(StringBuilder out, String text) {
        out.append(text).append(System.lineSeparator());
    }
}
