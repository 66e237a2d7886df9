package dev.ensuregsis.engine.state;

import java.io.IOException;
import java.util.Locale;

/** What is recorded, for a reader. */
final class StatusTable {
    private static final int STATUS_WIDTH = 12;

    private final Ledger ledger;
    private final String where;

    StatusTable(Ledger ledger, String where) {
        this.ledger = ledger;
        this.where = where;
    }

    void print(Appendable out) throws IOException {
        var head = ledger.head();
        var entries = ledger.all();
        line(out, "State of " + head.scriptName() + ": " + where);
        line(
                out,
                "Created " + Timestamps.format(head.createdAt()) + ", updated " + Timestamps.format(head.updatedAt()));
        if (!ledger.target().equals(Target.UNKNOWN)) {
            line(out, "DynamoDB: " + ledger.target());
        }
        line(out, StateSummary.of(entries).toString());
        for (var entry : entries) {
            entry(out, entry);
        }
    }

    private void entry(Appendable out, GsiEntry entry) throws IOException {
        var text = new StringBuilder("  ")
                .append(String.format(
                        Locale.ROOT, "%-" + STATUS_WIDTH + "s", entry.status().word()))
                .append(entry.id());
        if (entry.creationTime() != null) {
            text.append(", started ").append(Timestamps.format(entry.creationTime()));
        }
        if (entry.retryCount() > 0) {
            text.append(", failed attempts: ").append(entry.retryCount());
        }
        if (!ledger.isDefined(entry.id())) {
            text.append(" (no longer defined)");
        }
        line(out, text.toString());
        if (entry.lastError() != null) {
            line(out, "  " + " ".repeat(STATUS_WIDTH) + entry.lastError());
        }
    }

    private static void line(Appendable out, String text) throws IOException {
        out.append(text).append(System.lineSeparator());
    }
}
