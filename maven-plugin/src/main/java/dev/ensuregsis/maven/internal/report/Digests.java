package dev.ensuregsis.maven.internal.report;

import dev.ensuregsis.engine.Leftovers;
import dev.ensuregsis.engine.Plan;
import dev.ensuregsis.engine.RunReport;
import dev.ensuregsis.engine.StatusReport;
import dev.ensuregsis.engine.check.IndexCheck;
import dev.ensuregsis.engine.check.TableCheck;
import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.Place;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.PlannedAction;
import dev.ensuregsis.engine.spi.GsiStatus;
import dev.ensuregsis.engine.spi.LiveIndex.IndexStatus;
import dev.ensuregsis.engine.spi.Target;
import dev.ensuregsis.maven.internal.console.IndexLabels;
import dev.ensuregsis.maven.internal.console.Words;
import dev.ensuregsis.maven.internal.report.Digest.Row;
import dev.ensuregsis.maven.internal.report.Digest.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the digest of a report, whatever it is of. */
final class Digests implements Finding.Cases<Digest> {
    private final Report report;
    private final Definitions defined;
    private final Map<String, Place> places = new HashMap<>();

    private Digests(Report report, Definitions defined) {
        this.report = report;
        this.defined = defined;
        defined.tables().forEach(table -> places.put(table.name(), table.place()));
    }

    static Digest of(Report report) {
        var finding = report.finding();
        if (finding == null) {
            return new Digest(
                    report, report.ending().word(), null, null, null, List.of(), Map.of(), Map.of(), List.of());
        }
        return finding.match(new Digests(report, finding.defined()));
    }

    @Override
    public Digest ran(RunReport run, Chronicle chronicle) {
        var labels = IndexLabels.of(run.indexes().stream().map(IndexReport::id).toList());
        var rows = new ArrayList<Row>();
        run.failedTables()
                .forEach(table -> rows.add(ofTable(table.tableName(), Standing.BAD, "failed", "", table.failure())));
        run.indexes().forEach(index -> rows.add(row(index, labels.of(index.id()))));
        return new Digest(
                report,
                words(run.verdict().name()),
                run.target(),
                run.startedAt(),
                run.endedAt(),
                rows,
                chronicle.byTable(run.endedAt()),
                sources(),
                defined.unread());
    }

    private Row row(IndexReport index, String label) {
        return new Row(
                index.id().tableName(),
                index.id().indexName(),
                label,
                switch (index.outcome()) {
                    case CREATED, REPLACED, DELETED, ALREADY_ACTIVE -> Standing.GOOD;
                    case BUILDING, DELETING, WAITING, PENDING -> Standing.OPEN;
                    case FAILED, LEFT_FAILED -> Standing.BAD;
                },
                words(index.outcome().name()),
                detail(index),
                index.failure(),
                index.attempts(),
                index.startedAt(),
                index.endedAt(),
                place(index.id()));
    }

    private static String detail(IndexReport index) {
        var removed = index.removed();
        var was = removed == null ? "" : "was " + removed.json();
        return index.takenUp() ? "was building when the run began" + (was.isEmpty() ? "" : "; " + was) : was;
    }

    @Override
    public Digest planned(Plan plan) {
        var labels = IndexLabels.of(plan.tables().stream()
                .flatMap(table -> table.indexes().stream())
                .map(Plan.IndexPlan::id)
                .toList());
        var rows = new ArrayList<Row>();
        for (var table : plan.tables()) {
            var failure = table.failure();
            if (failure != null && table.indexes().isEmpty()) {
                rows.add(ofTable(table.tableName(), Standing.BAD, "fail", "", failure));
            }
            for (var index : table.indexes()) {
                rows.add(new Row(
                        table.tableName(),
                        index.id().indexName(),
                        labels.of(index.id()),
                        standing(index.action()),
                        words(index.action().name()),
                        Expected.beside(index.why(), plan, index.id()),
                        index.failure() == null && standing(index.action()) == Standing.BAD ? failure : index.failure(),
                        0,
                        null,
                        null,
                        place(index.id())));
            }
        }
        return ofNow(
                plan.isEmpty() ? "nothing to do" : plan.verdict().isGreen() ? "something to do" : "would fail",
                plan.target(),
                rows);
    }

    private static Standing standing(PlannedAction action) {
        return switch (action) {
            case NOTHING -> Standing.GOOD;
            case WAIT, LOWER_CAPACITY, CREATE, CREATE_WITH_TABLE, REPLACE, DELETE, LEAVE_PENDING, NOT_SEEN ->
                Standing.OPEN;
            case LEAVE_FAILED, FAIL -> Standing.BAD;
        };
    }

    @Override
    public Digest listed(Leftovers leftovers) {
        var labels = IndexLabels.of(
                leftovers.indexes().stream().map(Leftovers.Leftover::id).toList());
        var rows = new ArrayList<Row>();
        leftovers
                .notLooked()
                .forEach(table ->
                        rows.add(ofTable(table.tableName(), Standing.BAD, "not looked at", "", table.failure())));
        leftovers
                .indexes()
                .forEach(left -> rows.add(new Row(
                        left.id().tableName(),
                        left.id().indexName(),
                        labels.of(left.id()),
                        Standing.GOOD,
                        "not defined",
                        "live: " + words(left.live().status().name()),
                        null,
                        0,
                        null,
                        null,
                        null)));
        return ofNow(rows.isEmpty() ? "nothing undefined" : "undefined indexes", leftovers.target(), rows);
    }

    @Override
    public Digest compared(StatusReport status) {
        var labels =
                IndexLabels.of(status.rows().stream().map(StatusReport.Row::id).toList());
        var rows =
                status.rows().stream().map(row -> row(row, labels.of(row.id()))).toList();
        var worst = rows.stream()
                .map(Row::standing)
                .reduce(Standing.GOOD, (one, other) -> one.compareTo(other) > 0 ? one : other);
        return ofNow(
                switch (worst) {
                    case GOOD -> "all active";
                    case OPEN -> "not all active";
                    case BAD -> "failed";
                },
                status.target(),
                rows);
    }

    private Row row(StatusReport.Row row, String label) {
        var live = row.live();
        boolean active = live != null && live.status() == IndexStatus.ACTIVE;
        var standing = row.recorded() == GsiStatus.FAILED ? Standing.BAD : active ? Standing.GOOD : Standing.OPEN;
        var detail = new ArrayList<String>();
        detail.add("live: "
                + (live == null
                        ? (row.looked() ? "absent" : "not looked at")
                        : words(live.status().name())));
        Optional.ofNullable(row.disagreement()).ifPresent(detail::add);
        Optional.ofNullable(row.lastError())
                .map(error -> "last error: " + error)
                .ifPresent(detail::add);
        return new Row(
                row.id().tableName(),
                row.id().indexName(),
                label,
                standing,
                row.recorded() == null ? "not recorded" : row.recorded().word(),
                String.join("; ", detail),
                null,
                row.attempts(),
                row.since(),
                null,
                place(row.id()));
    }

    @Override
    public Digest checked(Finding.Checked check) {
        var found = check.report();
        var labels = IndexLabels.of(found.tables().stream()
                .flatMap(table -> table.indexes().stream())
                .map(IndexCheck::id)
                .toList());
        var rows = new ArrayList<Row>();
        for (var table : found.tables()) {
            if (table.failure() != null || table.indexes().isEmpty()) {
                rows.add(row(table));
            }
            table.indexes().forEach(index -> rows.add(row(table, index, labels.of(index.id()))));
        }
        return new Digest(
                report,
                words(found.verdict().name()),
                found.target(),
                found.startedAt(),
                found.endedAt(),
                rows,
                Map.of(),
                sources(),
                defined.unread());
    }

    private Row row(TableCheck table) {
        return ofTable(
                table.tableName(),
                table.failure() == null ? Standing.OPEN : Standing.BAD,
                table.exists() ? "not checked" : "does not exist",
                String.join("; ", table.notes()),
                table.failure());
    }

    private Row row(TableCheck table, IndexCheck index, String label) {
        var read = index.read();
        return new Row(
                table.tableName(),
                index.id().indexName(),
                label,
                read.misfits() > 0 ? Standing.BAD : table.complete() ? Standing.GOOD : Standing.OPEN,
                read.misfits() > 0 ? Words.count(read.misfits(), "misfit", "misfits") : "no misfit",
                "of " + Words.count(table.items(), "item", "items") + " read",
                null,
                0,
                null,
                null,
                place(index.id()));
    }

    /** How things stand, of no run. */
    private Digest ofNow(String verdict, Target target, List<Row> rows) {
        return new Digest(report, verdict, target, null, null, rows, Map.of(), sources(), defined.unread());
    }

    /** What is said of a table itself. */
    private Row ofTable(String tableName, Standing standing, String state, String detail, @Nullable Failure failure) {
        return new Row(
                tableName, null, tableName, standing, state, detail, failure, 0, null, null, places.get(tableName));
    }

    private @Nullable Place place(IndexId id) {
        return places.get(id.tableName());
    }

    private Map<String, List<String>> sources() {
        return defined.tables().stream()
                .collect(Collectors.groupingBy(
                        table -> table.place().source(),
                        LinkedHashMap::new,
                        Collectors.mapping(TableDefinition::name, Collectors.toList())));
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
