package dev.ensuregsis.engine.definition.internal.format;

import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.ArrayList;
import java.util.List;

/** Which table it is whose name isn't known: what a person may know it by. */
final class KnownOfTable {
    private KnownOfTable() {}

    /** Words to add to a message; nothing if nothing is known. */
    static String words(Node table) {
        if (!(table instanceof Node.Mapping api)) {
            return "";
        }
        var key = texts(api, "KeySchema", "AttributeName");
        var indexes = texts(api, "GlobalSecondaryIndexes", "IndexName");
        return key.isEmpty()
                ? ""
                : ". It is the table with the key " + String.join(", ", key)
                        + (indexes.isEmpty() ? "" : " and the indexes " + String.join(", ", indexes));
    }

    private static List<String> texts(Node.Mapping table, String list, String key) {
        var texts = new ArrayList<String>();
        if (table.get(list).orElse(null) instanceof Node.Sequence items) {
            for (var item : items.items()) {
                if (item instanceof Node.Mapping object && object.get(key).orElse(null) instanceof Node.Scalar text) {
                    texts.add(text.text());
                }
            }
        }
        return texts;
    }
}
