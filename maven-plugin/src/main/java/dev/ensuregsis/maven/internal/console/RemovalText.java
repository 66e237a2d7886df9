package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.RemovalPlan;
import dev.ensuregsis.engine.RemovalPlan.Candidate;
import dev.ensuregsis.engine.RemovalPlan.Objection;
import dev.ensuregsis.engine.definition.IndexId;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.definition.NearestName;
import dev.ensuregsis.engine.spi.LiveIndex;
import dev.ensuregsis.engine.spi.LiveTable;
import dev.ensuregsis.maven.internal.build.TypedCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@code gsi:delete} and {@code gsi:replace} say before they act: what goes, or why nothing does. */
public final class RemovalText {
    private static final String WHAT_GOES_TOO = "With the old one go its warm throughput, scaling targets, per-replica"
            + " settings, Contributor Insights, on-demand maxima and alarms on its name; whether it has any isn't known"
            + " here. Streams, backups and policies on its ARN stay.";

    private RemovalText() {}

    /**
     * The real names, and what they are.
     *
     * @param plan without objections
     * @return its lines
     */
    public static List<Line> lines(RemovalPlan plan) {
        var lines = new ArrayList<Line>();
        lines.add(
                Line.info((plan.replaces() ? "To replace" : "To delete") + " in " + Words.target(plan.target()) + ":"));
        plan.candidates().forEach(candidate -> add(lines, candidate));
        return lines;
    }

    private static void add(List<Line> lines, Candidate candidate) {
        lines.add(Line.info("  " + name(candidate.id()) + ": " + what(candidate)));
        if (candidate.action() == RemovalPlan.Action.DELETE || candidate.action() == RemovalPlan.Action.REPLACE) {
            lines.add(Line.info("    live     " + json(candidate.liveShape().orElse(null))));
        }
        if (candidate.action() == RemovalPlan.Action.REPLACE) {
            lines.add(Line.info("    defined  " + json(candidate.defined())));
            lines.add(Line.warning(
                    "    Queries on it fail from the deletion until the new one is ACTIVE, in every replica: "
                            + outage(candidate.table())));
            lines.add(Line.warning("    " + WHAT_GOES_TOO));
        }
    }

    private static String what(Candidate candidate) {
        return switch (candidate.action()) {
            case DELETE, REPLACE ->
                Optional.ofNullable(candidate.live())
                        .map(live -> live.status() + ", " + Words.count(live.itemCount(), "item", "items") + ", "
                                + Words.bytes(live.sizeBytes()) + " when DynamoDB last counted")
                        .orElse("going already");
            case CREATE -> "there is none: it is created as defined";
            case NOTHING -> "is as defined: nothing is deleted";
            case ALREADY_GONE -> "an earlier run asked for its deletion, and it is gone";
            case REFUSE -> "refused";
        };
    }

    /** An estimate from what DynamoDB last counted. */
    private static String outage(@Nullable LiveTable table) {
        if (table == null || table.itemCount() == 0) {
            return "some 10 to 20 min, as an estimate; for how many items isn't known, as DynamoDB counts them about every"
                    + " six hours.";
        }
        return "some 10 to 20 min, as an estimate, and as long as it takes to read "
                + Words.count(table.itemCount(), "item", "items") + " (" + Words.bytes(table.sizeBytes())
                + ") into it: hours for a large table.";
    }

    private static String json(@Nullable IndexShape shape) {
        return shape == null ? "not told" : shape.json();
    }

    /**
     * Why nothing is touched.
     *
     * @param plan the plan
     * @param commands the commands that go on from here
     * @return one text for each objection
     */
    public static List<String> objections(RemovalPlan plan, TypedCommand commands) {
        return plan.objectionable().stream()
                .map(candidate -> name(candidate.id()) + objection(candidate, commands))
                .toList();
    }

    private static String objection(Candidate candidate, TypedCommand commands) {
        var objection = Objects.requireNonNull(candidate.objection());
        return switch (objection.kind()) {
            case STILL_DEFINED ->
                " is still defined: take it out of the definitions first; or, to have it made anew as it is defined: "
                        + commands.instead("replace", name(candidate.id()));
            case NOT_DEFINED -> " is not defined: only what is defined can be made in its place.";
            case NOT_LOOKED -> " could not be looked at: " + failure(objection);
            case ANOTHER_ACCOUNT -> " stays: " + failure(objection);
            case TABLE_MISSING -> ": there is no such table in this account and region.";
            case NOT_THERE -> ": the table has no such index" + near(candidate);
            case VECTOR_INDEX -> " is a vector index: this tool touches none.";
            case CANNOT_BE_MADE ->
                " stays, as it could not be made again: "
                        + (objection.failure() == null
                                ? "this endpoint doesn't tell its key and projection."
                                : failure(objection));
        };
    }

    private static String failure(Objection objection) {
        return objection.failure() == null ? "" : RunComplaint.text(objection.failure());
    }

    private static String near(Candidate candidate) {
        var live = Optional.ofNullable(candidate.table()).map(LiveTable::indexes).orElse(List.of()).stream()
                .map(LiveIndex::name)
                .toList();
        if (live.isEmpty()) {
            return "; it has none.";
        }
        return NearestName.of(candidate.id().indexName(), live)
                .map(near -> "; did you mean " + candidate.id().tableName() + "/" + near + "?")
                .orElseGet(() -> "; it has " + live.stream().sorted().collect(Collectors.joining(", ")) + ".");
    }

    /**
     * Why an index is not deleted without being told so.
     *
     * @param id the index
     * @param reason its use
     * @return a sentence
     */
    public static String unlessForced(IndexId id, String reason) {
        return name(id) + ": " + reason + ". To delete it all the same: -Dgsi.force=true.";
    }

    private static String name(IndexId id) {
        return id.tableName() + "/" + id.indexName();
    }
}
