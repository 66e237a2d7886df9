package dev.ensuregsis.engine.definition.internal.document;

import java.util.Locale;

/** Reads a document, JSON or YAML told apart by the file's name and, where that says nothing, by its content. */
public final class Documents {
    private Documents() {}

    /**
     * Reads a document.
     *
     * @throws dev.ensuregsis.engine.definition.DefinitionException if it is malformed, empty or beyond the limits
     */
    public static Node read(SourceFile file) {
        var source = file.name();
        var text = file.text();
        if (text.isBlank()) {
            throw Limits.refused(Position.root(source), "the file is empty");
        }
        boolean bracketed = "{[".indexOf(text.stripLeading().charAt(0)) >= 0;
        boolean named = isNamedYaml(source) || isNamedJson(source);
        if (isNamedJson(source) || (bracketed && !named)) {
            return JsonDocument.parse(source, text);
        }
        // JSON under a YAML name is JSON: YAML would trip over its tabs.
        return bracketed && JsonDocument.isWellFormed(text)
                ? JsonDocument.parse(source, text)
                : YamlDocument.parse(source, text);
    }

    private static boolean isNamedYaml(String source) {
        var name = source.toLowerCase(Locale.ROOT);
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static boolean isNamedJson(String source) {
        var name = source.toLowerCase(Locale.ROOT);
        return name.endsWith(".json") || name.endsWith(".tfstate");
    }
}
