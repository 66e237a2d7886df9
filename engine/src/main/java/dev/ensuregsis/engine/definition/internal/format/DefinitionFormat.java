package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.Node;

/** A format that definitions come in. Implementations hold no state. */
public interface DefinitionFormat {

    /** What the format is called, in words for a message. */
    String title();

    /** The title with what the user supplies to a file of the format besides. */
    default String title(FormatSettings settings) {
        return title();
    }

    /** Whether the document's content is of this format, faulty or not. */
    boolean recognizes(Node document);

    /** Hands the document's tables, brought into the shape of the DynamoDB API, to the findings. */
    void read(Node document, Findings findings);
}
