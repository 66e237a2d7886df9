package dev.ensuregsis.maven.internal.console;

import dev.ensuregsis.engine.definition.Definitions;
import dev.ensuregsis.engine.definition.IndexDefinition;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.engine.event.Failure;
import dev.ensuregsis.engine.event.IndexReport;
import dev.ensuregsis.engine.event.IndexReport.Outcome;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param shell what lines to be pasted are for
 */
public record ServerText(
        URI uri,
        String region,
        String accessKeyId,
        String secretAccessKey,
        @Nullable String folder,
        Shell shell) {

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
                + (change.isAsDefined() ? "all ACTIVE:" : "not all as defined:")));
        lines.add(Line.info(""));
        tables(defined).lines().forEach(row -> lines.add(Line.info(row)));
        lines.addAll(complaints(change));
        lines.add(Line.info(""));
        lines.add(Line.info("For the AWS CLI and the AWS SDKs, in the shell that starts them:"));
        lines.add(Line.copy(shell.set(environment())));
        lines.add(Line.info("One look by the AWS CLI, without that:"));
        lines.add(command("list-tables"));
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
     * What lies in the folder and isn't served.
     *
     * @param files databases of single keys and regions
     * @return the lines; none for none
     */
    public List<Line> unseen(List<String> files) {
        return files.isEmpty()
                ? List.of()
                : List.of(
                        Line.warning(
                                "Not served: " + String.join(", ", files) + " in " + folder + ". A DynamoDB Local"
                                        + " without -sharedDb has kept its tables there, by access key and region; its data isn't seen here."));
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
        addTo(lines, change);
        gone(before, now).forEach(name -> lines.add(Line.info("No longer defined, and left as it is: " + name)));
        lines.addAll(complaints(change));
        return lines;
    }

    /**
     * What has come of another try, after somebody has mended what was in the way, or something else.
     *
     * @param change what became of it
     * @return the lines
     */
    public List<Line> triedAgain(ServedChange change) {
        var lines = new ArrayList<Line>();
        lines.add(Line.info(""));
        if (change.addedSomething()) {
            lines.add(Line.info("Added, and ACTIVE:"));
            addTo(lines, change);
        }
        lines.addAll(complaints(change));
        return lines;
    }

    private static void addTo(List<Line> lines, ServedChange change) {
        change.tables().forEach(table -> lines.add(Line.info("  table " + table)));
        added(change).forEach(index -> lines.add(Line.info("  " + index)));
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

    /**
     * Nothing is ever deleted here; but it is the user's own database, and the command is at hand. The step that a failure
     * names is for an account, and a command that is typed there would go there.
     */
    private List<Line> complaints(ServedChange change) {
        var lines = new ArrayList<Line>();
        change.warnings().forEach(warning -> lines.addAll(Line.each(Line.Level.WARNING, warning)));
        var replaced = change.toReplace().stream().map(IndexReport::id).toList();
        var tables = change.tablesToReplace();
        change.failures()
                .forEach((name, failure) -> lines.addAll(Line.each(Line.Level.WARNING, name + ": " + said(failure))));
        change.lacking()
                .forEach((table, missing) -> lines.add(Line.warning(table + ": it exists without "
                        + String.join(" and ", missing) + ", which only its creation brings.")));
        if (!replaced.isEmpty()) {
            lines.add(Line.warning("To have it as defined, delete it here; it is created as soon as it is gone:"));
            replaced.forEach(index -> lines.add(command("update-table --table-name " + index.tableName()
                    + " --global-secondary-index-updates \"Delete={IndexName=" + index.indexName() + "}\"")));
        }
        if (!tables.isEmpty()) {
            lines.add(
                    Line.warning("To have the table as defined, delete it here with all that is in it; it is created as"
                            + " soon as it is gone:"));
            tables.forEach(table -> lines.add(command("delete-table --table-name " + table)));
        }
        return lines;
    }

    private static String said(Failure failure) {
        var said = failure.summary() + System.lineSeparator() + "  " + failure.meaning();
        return switch (failure.nextStep().kind()) {
            case REPLACE_OR_RENAME_INDEX, CORRECT_TABLE, MEND_STUCK_INDEX -> said;
            default -> RunComplaint.text(failure);
        };
    }

    private Line command(String command) {
        return Line.copy(shell.with(
                credentials(), "aws dynamodb " + command + " --endpoint-url " + uri + " --region " + region));
    }

    /** What the CLIs and the SDKs read: botocore knows the region by another name, and streams have an endpoint of their own. */
    private Map<String, String> environment() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("AWS_ENDPOINT_URL_DYNAMODB", uri.toString());
        variables.put("AWS_ENDPOINT_URL_DYNAMODB_STREAMS", uri.toString());
        variables.put("AWS_REGION", region);
        variables.put("AWS_DEFAULT_REGION", region);
        variables.putAll(credentials());
        return variables;
    }

    private Map<String, String> credentials() {
        var variables = new LinkedHashMap<String, String>();
        variables.put("AWS_ACCESS_KEY_ID", accessKeyId);
        variables.put("AWS_SECRET_ACCESS_KEY", secretAccessKey);
        return variables;
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
