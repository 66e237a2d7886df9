package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.DefinitionOption;
import dev.ensuregsis.engine.definition.internal.document.Node;
import dev.ensuregsis.engine.definition.internal.shape.TableShape;

/**
 * A bare list of index definitions or of index updates, as {@code --global-secondary-index-updates file://...} takes it.
 * The table isn't in it: the user names it by the file's name.
 */
final class IndexListFormat implements DefinitionFormat {
    @Override
    public String title() {
        return "a list of indexes or of index updates";
    }

    @Override
    public String title(FormatSettings settings) {
        return title() + ", with the table named by " + settings.nameOf(DefinitionOption.TABLE_NAMES);
    }

    @Override
    public boolean recognizes(Node document) {
        return document instanceof Node.Sequence list
                && list.items().stream()
                        .anyMatch(item -> item instanceof Node.Mapping index
                                && (index.has("IndexName") || TableShape.isUpdate(index)));
    }

    @Override
    public void read(Node document, Findings findings) {
        findings.nameByFile(document, "a list of indexes")
                .ifPresent(table -> findings.addIndexes(table, (Node.Sequence) document));
    }
}
