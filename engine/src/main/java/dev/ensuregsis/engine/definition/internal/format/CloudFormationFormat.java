package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.cloudformation.Template;
import dev.ensuregsis.engine.definition.internal.document.Node;

/** CloudFormation, SAM and CDK templates. */
final class CloudFormationFormat implements DefinitionFormat {
    @Override
    public String title() {
        return "a CloudFormation, SAM or CDK template";
    }

    @Override
    public boolean recognizes(Node document) {
        return document instanceof Node.Mapping root
                && (root.has("AWSTemplateFormatVersion") || Template.isTemplate(root));
    }

    @Override
    public void read(Node document, Findings findings) {
        readTemplate((Node.Mapping) document, findings);
    }

    static void readTemplate(Node.Mapping template, Findings findings) {
        for (var resource : Template.tables(template, findings.settings().parameters())) {
            var named = findings.realName(
                    resource.logicalId(), resource.tableName(), resource.logicalId(), resource.table());
            if (resource.table() instanceof Node.Mapping table) {
                named.ifPresent(name -> findings.addTable(name, table, resource.beyondCreateTable()));
            } else {
                findings.faults()
                        .add(
                                resource.table(),
                                "table \"" + resource.logicalId() + "\" is "
                                        + resource.table().description());
            }
        }
    }
}
