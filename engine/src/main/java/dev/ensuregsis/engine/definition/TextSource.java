package dev.ensuregsis.engine.definition;

import dev.ensuregsis.engine.definition.internal.document.SourceFile;
import java.util.List;
import java.util.function.Consumer;

/** A text that is at hand. */
record TextSource(String name, String content) implements DocumentSource {
    @Override
    public List<SourceFile> load(Consumer<Unread> unread) {
        return List.of(new SourceFile(name, content, null));
    }
}
