package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.Documents;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.document.SourceFile;

/** Output of {@code aws cloudformation get-template}: a template as an object or, of a YAML one, as a text. */
final class GetTemplateFormat implements DefinitionFormat {
    private static final String BODY = "TemplateBody";

    @Override
    public String title() {
        return "get-template output";
    }

    @Override
    public boolean recognizes(Node document) {
        return document instanceof Node.Mapping output && output.has(BODY);
    }

    @Override
    public void read(Node document, Findings findings) {
        var file = findings.file();
        var body = ((Node.Mapping) document).get(BODY).orElseThrow();
        var template = body instanceof Node.Scalar text && !text.isNull()
                ? Documents.read(
                        new SourceFile(file.name() + " in " + BODY, text.text(), file.path()), findings::addUnread)
                : body;
        if (template instanceof Node.Mapping root) {
            new StackReader(findings, file.deployment(), findings.localFiles()).read(root);
        } else {
            findings.faults().add(body, BODY + " has to be a template, not " + body.description());
        }
    }
}
