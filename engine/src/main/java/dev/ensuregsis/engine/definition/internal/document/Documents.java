package dev.ensuregsis.engine.definition.internal.document;

import dev.ensuregsis.engine.definition.Unread;
import java.util.Locale;
import java.util.function.Consumer;

/** Reads a document, JSON or YAML told apart by the file's name and, where that says nothing, by its content. */
public final class Documents {
    private Documents() {}

    /**
     * Reads a document.
     *
     * @param unread takes the keys that stand twice where no table is: neither of their values counts
     * @throws dev.ensuregsis.engine.definition.DefinitionException if it is malformed, empty, beyond the limits, or has a key twice
     *     where a table is
     */
    public static Node read(SourceFile file, Consumer<Unread> unread) {
        var duplicates = new DuplicateKeys(unread);
        var document = parse(file, duplicates);
        duplicates.report(document);
        return document;
    }

    private static Node parse(SourceFile file, DuplicateKeys duplicates) {
        var source = file.name();
        var text = file.text();
        if (text.isBlank()) {
            throw Limits.refused(Position.root(source), "the file is empty");
        }
        boolean bracketed = isBracketed(text);
        boolean named = isNamedYaml(source) || isNamedJson(source);
        if (isNamedJson(source) || (bracketed && !named)) {
            return JsonDocument.parse(source, text, duplicates);
        }
        // JSON under a YAML name is JSON: YAML would trip over its tabs.
        return bracketed && JsonDocument.isWellFormed(text)
                ? JsonDocument.parse(source, text, duplicates)
                : YamlDocument.parse(source, text, duplicates);
    }

    /** Whether a text begins as JSON does, and as no line of Terraform's own language. */
    public static boolean isBracketed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return "{[".indexOf(text.charAt(i)) >= 0;
            }
        }
        return false;
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
