package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.Node;

/** Terraform's configuration itself, which isn't read: its values stand elsewhere. It is known so as to say so. */
final class TerraformConfigurationFormat implements DefinitionFormat {
    static final String ADVICE =
            "Terraform's configuration isn't read: make JSON of it with `terraform plan -out=plan && terraform show -json"
                    + " plan > plan.json`, or of the state with `terraform show -json > state.json`, and name that file";

    @Override
    public String title() {
        return "Terraform configuration (not read)";
    }

    @Override
    public boolean recognizes(Node document) {
        return document instanceof Node.Mapping root
                && root.get("resource").orElse(null) instanceof Node.Mapping resources
                && resources.has(type -> type.startsWith("aws_"));
    }

    @Override
    public void read(Node document, Findings findings) {
        findings.faults().add(document, ADVICE);
    }
}
