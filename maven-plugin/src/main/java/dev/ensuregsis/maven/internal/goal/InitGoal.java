package dev.ensuregsis.maven.internal.goal;

import dev.ensuregsis.engine.Selection;
import dev.ensuregsis.engine.definition.DefinitionSource;
import dev.ensuregsis.engine.definition.DefinitionWriter;
import dev.ensuregsis.engine.definition.TableDefinition;
import dev.ensuregsis.maven.internal.aws.Connector;
import dev.ensuregsis.maven.internal.build.Build;
import dev.ensuregsis.maven.internal.build.TypedCommand;
import dev.ensuregsis.maven.internal.console.Console;
import dev.ensuregsis.maven.internal.console.Line;
import dev.ensuregsis.maven.internal.live.LiveDefinition;
import dev.ensuregsis.maven.internal.live.NewFile;
import dev.ensuregsis.maven.internal.option.ConnectionOptions;
import dev.ensuregsis.maven.internal.option.OptionReader;
import dev.ensuregsis.maven.internal.option.RefusedException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Writes a definitions file from live tables. Asks DynamoDB for their names and descriptions, and changes nothing there. */
@Named
public final class InitGoal implements Goal {
    /** What DescribeTable doesn't tell, of any table. */
    private static final String NEVER_TOLD =
            "Not asked for, and so not in it, of any table: time to live, point-in-time"
                    + " recovery, tags, auto scaling, policies, warm throughput.";

    private final Connector connector;

    @Inject
    InitGoal(Connector connector) {
        this.connector = connector;
    }

    @Override
    public String name() {
        return "init";
    }

    @Override
    public Outcome run(Invocation invocation) throws RefusedException, IOException {
        var options = invocation.options();
        var connection = ConnectionOptions.read(options);
        var naming = new Naming(options.textOrNone("gsi.tableNamePrefix"), options.textOrNone("gsi.tableNameSuffix"));
        var tables = options.list("gsi.tables");
        if (tables.isEmpty() && options.faults().isEmpty()) {
            options.refuse("gsi.tables", "the names of live tables, or globs, like orders*");
        }
        var file = file(options, invocation.build().workplace().root());
        options.refuseFaults();
        var found = new ArrayList<LiveDefinition>();
        try (var connected = invocation.connect(connector, connection)) {
            describe(connected.client(), new Selection(tables, List.of()), naming, found, invocation.console());
        } catch (SdkException refused) {
            throw new RefusedException("DynamoDB could not be asked: " + refused.getMessage(), refused);
        }
        if (found.isEmpty()) {
            throw new RefusedException("No live table is called " + String.join(" or ", tables) + naming.words()
                    + ": nothing was written.");
        }
        found.sort(Comparator.comparing(definition -> definition.table().name()));
        write(file.orElseThrow(), found, invocation);
        return Outcome.NOTHING;
    }

    private static Optional<NewFile> file(OptionReader options, Path root) {
        var given = options.text("gsi.initFile");
        var name = given == null ? "gsis.json" : given;
        try {
            var file = new NewFile(root.resolve(name));
            if (!isJson(name) && !isYaml(name)) {
                options.refuse("gsi.initFile", name, "a file that ends in .json, .yaml or .yml");
            }
            file.objection().ifPresent(allowed -> options.refuse("gsi.initFile", name, allowed));
            return Optional.of(file);
        } catch (InvalidPathException noPath) {
            options.refuse("gsi.initFile", name, "the name of a file");
            return Optional.empty();
        }
    }

    private static boolean isJson(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private static boolean isYaml(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yaml") || lower.endsWith(".yml");
    }

    private static void describe(
            DynamoDbClient client, Selection selection, Naming naming, List<LiveDefinition> found, Console console)
            throws RefusedException {
        for (var live : client.listTablesPaginator().tableNames()) {
            if (!selection.selectsTable(live)) {
                continue;
            }
            var name = naming.defined(live);
            if (name == null) {
                console.print(List.of(Line.warning("Left out: table " + live + ", which has no" + naming.words())));
            } else {
                var described = client.describeTable(request -> request.tableName(live));
                found.add(LiveDefinition.of(live, described.table(), name));
            }
        }
    }

    private static void write(NewFile file, List<LiveDefinition> found, Invocation invocation) throws IOException {
        var tables = found.stream().map(LiveDefinition::table).toList();
        file.write(isJson(file.file().toString()) ? DefinitionWriter.json(tables) : DefinitionWriter.yaml(tables));
        var console = invocation.console();
        console.print("Written: " + file.file());
        for (var table : found) {
            console.print("  " + words(table.table()));
            table.leftOut().forEach(left -> console.print(List.of(Line.warning("    left out: " + left))));
        }
        console.print(NEVER_TOLD);
        console.print("To see that there is nothing to do: " + plan(file, invocation.build()));
    }

    /** Its names are those that are defined now, not those of live tables. */
    private static String plan(NewFile file, Build build) {
        var typed = build.typed();
        var properties = new HashMap<>(typed.properties());
        properties.keySet().removeAll(List.of("gsi.tables", "gsi.initFile"));
        var name = build.workplace().root().relativize(file.file()).toString();
        if (!DefinitionSource.DEFAULT_FILE_NAMES.contains(name)) {
            properties.put("gsi.definitions", name);
        }
        return new TypedCommand(typed.goal(), typed.words(), typed.options(), properties).instead("plan");
    }

    private static String words(TableDefinition table) {
        return table.name() + ": "
                + (table.indexes().isEmpty()
                        ? "no GSIs"
                        : String.join(
                                ", ",
                                table.indexes().stream()
                                        .map(index -> index.name())
                                        .toList()));
    }

    /** What stands around the names of live tables and isn't defined. */
    private record Naming(String prefix, String suffix) {
        @Nullable
        String defined(String live) {
            return live.startsWith(prefix) && live.endsWith(suffix) && live.length() > prefix.length() + suffix.length()
                    ? live.substring(prefix.length(), live.length() - suffix.length())
                    : null;
        }

        String words() {
            var words = new ArrayList<String>();
            if (!prefix.isEmpty()) {
                words.add(" prefix " + prefix);
            }
            if (!suffix.isEmpty()) {
                words.add(" suffix " + suffix);
            }
            return words.isEmpty() ? "" : String.join(" and", words);
        }
    }
}
