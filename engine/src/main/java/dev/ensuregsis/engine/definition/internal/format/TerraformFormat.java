package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.shape.BeyondCreateTable;
import dev.ensuregsis.engine.definition.internal.terraform.TerraformIndex;
import dev.ensuregsis.engine.definition.internal.terraform.TerraformResource;
import dev.ensuregsis.engine.definition.internal.terraform.TerraformResources;
import dev.ensuregsis.engine.definition.internal.terraform.TerraformTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code terraform show -json} of a plan or a state, and the raw state file. */
final class TerraformFormat implements DefinitionFormat {
    /** Resources that add to a table what CreateTable can't carry, by the attribute that names the table. */
    private static final Map<String, String> SETTINGS_APART = Map.of(
            "aws_dynamodb_table_replica", BeyondCreateTable.REPLICAS,
            "aws_dynamodb_contributor_insights", BeyondCreateTable.CONTRIBUTOR_INSIGHTS,
            "aws_dynamodb_kinesis_streaming_destination", BeyondCreateTable.KINESIS_STREAM,
            "aws_dynamodb_resource_policy", BeyondCreateTable.RESOURCE_POLICY,
            "aws_appautoscaling_target", BeyondCreateTable.AUTO_SCALING);

    @Override
    public String title() {
        return "terraform show -json of a plan or a state, or a raw state file";
    }

    @Override
    public boolean recognizes(Node document) {
        return document instanceof Node.Mapping root && TerraformResources.isTerraform(root);
    }

    @Override
    public void read(Node document, Findings findings) {
        var resources = TerraformResources.of((Node.Mapping) document);
        var realNames = new HashMap<String, String>();
        for (var resource : resources) {
            if (resource.type().equals(TerraformTable.TYPE)) {
                table(resource, resources, realNames, findings);
            }
        }
        for (var resource : resources) {
            if (resource.type().equals(TerraformIndex.TYPE)) {
                index(resource, realNames, findings);
            }
        }
    }

    private static void table(
            TerraformResource resource, List<TerraformResource> all, Map<String, String> realNames, Findings findings) {
        var name = resource.values().get("name").orElse(null);
        findings.realName(resource.address(), name, resource.address(), resource.values())
                .ifPresent(realName -> {
                    var beyond = new ArrayList<>(TerraformTable.beyondCreateTable(resource.values()));
                    if (name instanceof Node.Scalar written) {
                        realNames.put(written.text(), realName);
                        all.forEach(other -> settingsApart(other, written.text(), beyond));
                    }
                    findings.addTable(realName, TerraformTable.asTable(resource.values()), beyond);
                });
    }

    private static void settingsApart(TerraformResource other, String tableName, List<String> beyond) {
        var setting = SETTINGS_APART.get(other.type());
        if (setting != null
                && !beyond.contains(setting)
                && other.values().entries().values().stream().anyMatch(value -> names(value, tableName))) {
            beyond.add(setting);
        }
    }

    /** By its name, by an ARN that ends in it, or by an auto-scaling id that holds it. */
    private static boolean names(Node value, String tableName) {
        return value instanceof Node.Scalar scalar
                && (scalar.text().equals(tableName)
                        || scalar.text().endsWith(":table/" + tableName)
                        || (scalar.text() + "/").startsWith("table/" + tableName + "/"));
    }

    private static void index(TerraformResource resource, Map<String, String> realNames, Findings findings) {
        var table = TerraformIndex.tableName(resource.values()).orElse(null);
        if (table instanceof Node.Scalar name && realNames.containsKey(name.text())) {
            findings.addIndexes(realNames.get(name.text()), TerraformIndex.asIndexes(resource.values()));
        } else if (table == null) {
            findings.faults().add(resource.values(), resource.address() + " names no table");
        } else {
            findings.realName(resource.address(), table, resource.address(), resource.values())
                    .ifPresent(name -> findings.addIndexes(name, TerraformIndex.asIndexes(resource.values())));
        }
    }
}
