package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.TableCreation;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.environment.Environment;
import dev.ensuregsis.engine.definition.internal.shape.BeyondCreateTable;
import dev.ensuregsis.engine.definition.internal.terraform.OtherResources;
import dev.ensuregsis.engine.definition.internal.terraform.TerraformIndex;
import dev.ensuregsis.engine.definition.internal.terraform.TerraformResource;
import dev.ensuregsis.engine.definition.internal.terraform.TerraformResources;
import dev.ensuregsis.engine.definition.internal.terraform.TerraformTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The tables of a plan or a state, with the indexes and settings that stand apart from them. Not thread-safe. */
final class TerraformTables {
    /** Resources that add to a table what CreateTable can't carry, by the attribute that names the table. */
    private static final Map<String, TableCreation.Beyond> SETTINGS_APART = Map.of(
            "aws_dynamodb_table_replica", BeyondCreateTable.REPLICAS,
            "aws_dynamodb_contributor_insights", BeyondCreateTable.CONTRIBUTOR_INSIGHTS,
            "aws_dynamodb_kinesis_streaming_destination", BeyondCreateTable.KINESIS_STREAM,
            "aws_dynamodb_resource_policy", BeyondCreateTable.RESOURCE_POLICY,
            "aws_appautoscaling_target", BeyondCreateTable.AUTO_SCALING);

    private static final Pattern WORKSPACE = Pattern.compile(".*\\bterraform\\.tfstate\\.d[/\\\\]([^/\\\\]+)[/\\\\].*");

    private static final Pattern TABLE_OF = Pattern.compile("(?:arn:.*:)?table/([^/]+)(?:/.*)?");

    private final TerraformResources resources;
    private final Findings findings;
    private final Optional<String> workspace;
    private final Map<String, Named> tables = new LinkedHashMap<>();
    private final Map<String, List<Named>> byWrittenName = new HashMap<>();
    private final Map<String, List<Named>> byReference = new HashMap<>();
    private final Map<String, Set<TableCreation.Beyond>> settings = new HashMap<>();

    /** A table, its name as written, and which it is. */
    private record Named(TerraformResource resource, String written, TableIdentity identity) {
        Named named(String name) {
            return new Named(
                    resource,
                    written,
                    TableIdentity.of(
                            identity.name(), identity.address(), TerraformTables.named(identity.environment(), name)));
        }
    }

    TerraformTables(TerraformResources resources, Findings findings) {
        this.resources = resources;
        this.findings = findings;
        var inFolder = WORKSPACE.matcher(findings.file().name());
        this.workspace = inFolder.matches() ? Optional.of(inFolder.group(1)) : Optional.empty();
    }

    void read() {
        var named = new LinkedHashMap<String, List<Named>>();
        for (var resource : resources.all()) {
            OtherResources.unread(resource).ifPresent(findings::addUnread);
            if (resource.type().equals(TerraformTable.TYPE)) {
                name(resource)
                        .ifPresent(
                                table -> named.computeIfAbsent(table.identity().name(), name -> new ArrayList<>())
                                        .add(table));
            }
        }
        named.values().forEach(this::toldApart);
        settingsApart();
        tables.values().forEach(this::table);
        resources.all().stream()
                .filter(resource -> resource.type().equals(TerraformIndex.TYPE))
                .forEach(this::index);
    }

    private Optional<Named> name(TerraformResource resource) {
        var name = resource.values().get("name").orElse(null);
        var written = name instanceof Node.Scalar text && !text.isNull() ? text.text() : "";
        return findings.realName(resource.address(), name, () -> TerraformTable.asTable(resource.values()))
                .map(real -> new Named(
                        resource,
                        written,
                        TableIdentity.of(real, resource.address(), inWorkspace(resource.environment()))));
    }

    /** Two tables of one name are in two environments: where nothing else tells them apart, their addresses do. */
    private void toldApart(List<Named> ofOneName) {
        boolean alike = ofOneName.size() > 1 && areAlike(ofOneName);
        for (var table : ofOneName) {
            var told = alike ? table.named(table.resource().address()) : table;
            tables.put(table.resource().address(), told);
            byReference
                    .computeIfAbsent(
                            TerraformResources.withoutIndexes(table.resource().address()), address -> new ArrayList<>())
                    .add(told);
            byWrittenName
                    .computeIfAbsent(table.written(), name -> new ArrayList<>())
                    .add(told);
        }
    }

    private static boolean areAlike(List<Named> ofOneName) {
        var environments =
                ofOneName.stream().map(table -> table.identity().environment()).toList();
        return environments.stream()
                .anyMatch(one -> environments.stream()
                        .filter(other -> one.differenceFrom(other).isEmpty())
                        .skip(1)
                        .findAny()
                        .isPresent());
    }

    private Environment inWorkspace(Environment environment) {
        return workspace.map(name -> named(environment, name)).orElse(environment);
    }

    private static Environment named(Environment environment, String name) {
        var names = new ArrayList<String>();
        names.add(name);
        names.addAll(environment.names());
        return environment.named(names);
    }

    private void table(Named table) {
        var beyond = new ArrayList<>(
                TerraformTable.beyondCreateTable(table.resource().values()));
        settings.getOrDefault(table.resource().address(), Set.of()).stream()
                .filter(setting -> !beyond.contains(setting))
                .forEach(beyond::add);
        findings.addTable(
                table.identity(), TerraformTable.asTable(table.resource().values()), beyond);
    }

    private void settingsApart() {
        for (var resource : resources.all()) {
            var setting = SETTINGS_APART.get(resource.type());
            if (setting != null) {
                resource.values().entries().values().stream()
                        .flatMap(value -> tableName(value).stream())
                        .flatMap(name -> byWrittenName.getOrDefault(name, List.of()).stream())
                        .filter(table -> table.resource()
                                .environment()
                                .differenceFrom(resource.environment())
                                .isEmpty())
                        .forEach(table -> settings.computeIfAbsent(
                                        table.resource().address(), address -> new LinkedHashSet<>())
                                .add(setting));
            }
        }
    }

    /** By its name, by an ARN that ends in it, or by an auto-scaling id that holds it. */
    private static Optional<String> tableName(Node value) {
        if (!(value instanceof Node.Scalar scalar) || scalar.isNull()) {
            return Optional.empty();
        }
        var inside = TABLE_OF.matcher(scalar.text());
        return Optional.of(inside.matches() ? inside.group(1) : scalar.text());
    }

    /** An index apart belongs to the table that it refers to or that has its name and environment. */
    private void index(TerraformResource resource) {
        var indexes = TerraformIndex.asIndexes(resource.values());
        var name = TerraformIndex.tableName(resource.values()).orElse(null);
        var own = name instanceof Node.Scalar written
                ? byWrittenName.getOrDefault(written.text(), List.of()).stream()
                        .filter(table -> table.resource()
                                .environment()
                                .differenceFrom(resource.environment())
                                .isEmpty())
                        .toList()
                : List.<Named>of();
        var table = own.size() == 1 ? Optional.of(own.get(0)) : referred(resource);
        if (table.isPresent()) {
            findings.addIndexes(table.get().identity(), indexes);
        } else if (name == null) {
            findings.faults().add(resource.values(), resource.address() + " names no table");
        } else if (name instanceof Node.Scalar || !isAskedFor(resource)) {
            findings.realName(resource.address(), name, resource::values)
                    .ifPresent(real -> findings.addIndexes(
                            TableIdentity.of(real, resource.address(), inWorkspace(resource.environment())), indexes));
        }
    }

    /** The table that the configuration says, of several instances the one with the same key. */
    private Optional<Named> referred(TerraformResource index) {
        var instances = resources
                .tableOf(index)
                .map(address -> byReference.getOrDefault(address, List.of()))
                .orElse(List.of());
        return instances.size() == 1
                ? Optional.of(instances.get(0))
                : instances.stream()
                        .filter(table -> key(table.resource()).equals(key(index)))
                        .findFirst();
    }

    private static String key(TerraformResource resource) {
        var address = resource.address();
        return address.endsWith("]") ? address.substring(address.lastIndexOf('[')) : "";
    }

    /** Whether the name of its table is asked for already, at the table. */
    private boolean isAskedFor(TerraformResource index) {
        return resources.tableOf(index).isPresent();
    }
}
