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
    public void read(Node document, Reading reading) {
        readTemplate((Node.Mapping) document, reading);
    }

    static void readTemplate(Node.Mapping template, Reading reading) {
        for (var resource : Template.tables(template, reading.settings().parameters())) {
            var named = reading.realName(
                    resource.logicalId(), resource.tableName(), resource.logicalId(), resource.table());
            if (resource.table() instanceof Node.Mapping table) {
                named.ifPresent(name -> reading.addTable(name, table, resource.beyondCreateTable()));
            } else {
                reading.faults()
                        .add(
                                resource.table(),
                                "table \"" + resource.logicalId() + "\" is "
                                        + resource.table().description());
            }
        }
    }
}
