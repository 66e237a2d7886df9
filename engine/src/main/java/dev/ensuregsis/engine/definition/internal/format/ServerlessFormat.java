package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.serverless.Service;

/** serverless.yml, with CloudFormation under {@code resources}. */
final class ServerlessFormat implements DefinitionFormat {
    @Override
    public String title() {
        return "a serverless.yml";
    }

    @Override
    public boolean recognizes(Node document) {
        return document instanceof Node.Mapping root
                && root.has("service")
                && (root.has("provider") || root.has("resources") || root.has("functions"));
    }

    @Override
    public void read(Node document, Findings findings) {
        var files = findings.localFiles();
        var service = Service.read(
                (Node.Mapping) document, findings.file(), findings.settings().supplied(), files, findings::addUnread);
        new StackReader(findings, service.deployment(), files).read(service.template());
    }
}
