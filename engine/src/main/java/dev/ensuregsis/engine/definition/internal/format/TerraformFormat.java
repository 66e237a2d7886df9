package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.terraform.TerraformResources;

/** {@code terraform show -json} of a plan or a state, and the raw state file. */
final class TerraformFormat implements DefinitionFormat {
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
        new TerraformTables(TerraformResources.of((Node.Mapping) document, findings::addUnread), findings).read();
    }
}
