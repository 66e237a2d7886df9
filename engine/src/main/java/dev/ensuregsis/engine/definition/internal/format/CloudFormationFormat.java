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
        new StackReader(findings, findings.file().deployment(), findings.localFiles()).read((Node.Mapping) document);
    }
}
