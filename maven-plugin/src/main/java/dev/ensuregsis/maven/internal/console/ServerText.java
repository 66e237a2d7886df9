package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What {@code gsi:run} prints.
 *
 * @param uri where its server listens
 * @param region a region to sign for
 * @param accessKeyId a key that it takes
 * @param secretAccessKey the key's secret
 * @param folder what keeps its data; null for in memory
 */
public record ServerText(
        URI uri,
        String region,
        String accessKeyId,
        String secretAccessKey,
        @Nullable String folder) {

    /**
     * What is served, and how to get there.
     *
     * @param defined what is to be there
     * @param change what became of it
     * @return the lines
     */
    public List<Line> ready(Definitions defined, ServedChange change) {
        var lines = new ArrayList<Line>();
        lines.add(Line.info("DynamoDB Local answers at " + uri + ", "
                + (folder == null ? "in memory" : "with its data in " + folder) + ", with "
                + Words.count(defined.tables().size(), "table", "tables") + " and "
                + Words.gsis(defined.indexIds().size()) + ", "
                + (change.failures().isEmpty() ? "all ACTIVE:" : "not all as defined:")));
        lines.add(Line.info(""));
        tables(defined).lines().forEach(row -> lines.add(Line.info(row)));
        lines.addAll(complaints(change));
        lines.add(Line.info(""));
        lines.add(Line.info("For the AWS CLI and the AWS SDKs, in the shell that starts them:"));
        lines.add(Line.copy("export AWS_ENDPOINT_URL_DYNAMODB=" + uri + " AWS_REGION=" + region + " AWS_ACCESS_KEY_ID="
                + accessKeyId + " AWS_SECRET_ACCESS_KEY=" + secretAccessKey));
        lines.add(Line.info("One look by the AWS CLI, without that:"));
        lines.add(Line.copy("AWS_ACCESS_KEY_ID=" + accessKeyId + " AWS_SECRET_ACCESS_KEY=" + secretAccessKey
                + " aws dynamodb list-tables" + here()));
        lines.add(Line.info("For Spring Cloud AWS, in application.properties:"));
        lines.add(Line.copy("spring.cloud.aws.dynamodb.endpoint=" + uri));
        lines.add(Line.copy("spring.cloud.aws.region.static=" + region));
        lines.add(Line.copy("spring.cloud.aws.credentials.access-key=" + accessKeyId));
        lines.add(Line.copy("spring.cloud.aws.credentials.secret-key=" + secretAccessKey));
        lines.add(Line.info(""));
        lines.add(Line.info("What is added to the definitions from now on is created. Ctrl-C ends it"
                + (folder == null ? ", with all that is in it: gsi.dbPath=FOLDER keeps it." : "; the data stays.")));
        return lines;
    }

    /**
     * What a change of the definitions has led to.
     *
     * @param before what was defined before
     * @param now what is defined now
     * @param change what became of it
     * @return the lines
     */
    public List<Line> changed(Definitions before, Definitions now, ServedChange change) {
        var lines = new ArrayList<Line>();
        lines.add(Line.info(""));
        lines.add(Line.info(
                change.addedSomething() ? "Added, and ACTIVE:" : "The definitions were read again: nothing to add."));
        change.tables().forEach(table -> lines.add(Line.info("  table " + table)));
        added(change).forEach(index -> lines.add(Line.info("  " + index)));
        gone(before, now).forEach(name -> lines.add(Line.info("No longer defined, and left as it is: " + name)));
        lines.addAll(complaints(change));
        return lines;
    }

    /**
     * What is wrong with the definitions.
     *
     * @param fault what
     * @return the lines
     */
    public static List<Line> faulty(String fault) {
        return Stream.of(
                        Line.each(Line.Level.WARNING, fault),
                        List.of(Line.warning("The server goes on with what it has; mend this, and it is read again.")))
                .flatMap(Collection::stream)
                .toList();
    }

    /**
     * What is said at the end.
     *
     * @return the lines
     */
    public List<Line> ended() {
        return List.of(
                Line.copy(""),
                Line.copy("DynamoDB Local at " + uri + " has ended"
                        + (folder == null ? ", with all that was in it." : ". Its data is in " + folder + ".")));
    }

    /**
     * Why a build fails that could not make everything.
     *
     * @param change what was tried
     * @return a message of several lines
     */
    public static String complaint(ServedChange change) {
        var lines = new ArrayList<String>();
        lines.add("DynamoDB Local could not be given all that is defined.");
        change.failures().forEach((name, failure) -> lines.add(name + ": " + RunComplaint.text(failure)));
        return String.join(System.lineSeparator(), lines);
    }

    /** Nothing is ever deleted here; but it is the user's own database, and the command is at hand. */
    private List<Line> complaints(ServedChange change) {
        var lines = new ArrayList<Line>();
        change.warnings().forEach(warning -> lines.addAll(Line.each(Line.Level.WARNING, warning)));
        change.failures()
                .forEach((name, failure) ->
                        lines.addAll(Line.each(Line.Level.WARNING, name + ": " + RunComplaint.text(failure))));
        var replaced = change.report().with(Outcome.FAILED).stream()
                .filter(ServedChange::isToReplace)
                .map(IndexReport::id)
                .toList();
        if (!replaced.isEmpty()) {
            lines.add(Line.warning("To have it as defined, delete it here; it is created as soon as it is gone:"));
            replaced.forEach(index -> lines.add(Line.copy("aws dynamodb update-table --table-name " + index.tableName()
                    + " --global-secondary-index-updates '[{\"Delete\":{\"IndexName\":\"" + index.indexName() + "\"}}]'"
                    + here())));
        }
        return lines;
    }

    private String here() {
        return " --endpoint-url " + uri + " --region " + region;
    }

    private static List<String> added(ServedChange change) {
        var labels = IndexLabels.of(
                change.report().indexes().stream().map(IndexReport::id).toList());
        return change.report().with(Outcome.CREATED).stream()
                .map(index -> labels.of(index.id()))
                .toList();
    }

    private static List<String> gone(Definitions before, Definitions now) {
        var tables = now.tables().stream().map(TableDefinition::name).toList();
        var labels = IndexLabels.of(before.indexIds());
        return Stream.concat(
                        before.tables().stream()
                                .map(TableDefinition::name)
                                .filter(name -> !tables.contains(name))
                                .map(name -> "table " + name),
                        before.indexIds().stream()
                                .filter(id -> tables.contains(id.tableName()))
                                .filter(id -> !now.indexIds().contains(id))
                                .map(labels::of))
                .toList();
    }

    private static TextTable tables(Definitions defined) {
        var rows = new TextTable();
        for (var table : defined.tables()) {
            var creation = table.creation();
            rows.row("  " + table.name(), creation == null ? "" : Words.key(creation.keySchema()), "");
            table.indexes().forEach(index -> row(rows, index));
        }
        return rows;
    }

    private static void row(TextTable rows, IndexDefinition index) {
        rows.row("    " + index.name(), Words.key(index.keySchema()), Words.projection(index));
    }
}
