package dev.ensuregsis.engine.definition.internal.shape;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.internal.document.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers {@code AttributeDefinitions} of one table and of its indexes; they have to agree. */
final class AttributeTypes {
    private final Faults faults;
    private final Map<String, Defined> defined = new LinkedHashMap<>();

    private record Defined(AttributeType type, Node at) {}

    AttributeTypes(Faults faults) {
        this.faults = faults;
    }

    void read(ApiObject owner) {
        for (var definition : owner.objects("AttributeDefinitions")) {
            var name = definition.requiredText("AttributeName");
            var type = definition.constant("AttributeType", AttributeType.class);
            if (type.isEmpty() && !definition.has("AttributeType")) {
                faults.add(definition.mapping(), "AttributeType is missing: write S, N or B");
            }
            definition.refuseUnknown();
            if (name.isPresent() && type.isPresent()) {
                add(name.get(), type.get(), definition.mapping());
            }
        }
    }

    private void add(String name, AttributeType type, Node definition) {
        var first = defined.putIfAbsent(name, new Defined(type, definition));
        if (first != null && first.type() != type) {
            faults.add(
                    definition,
                    "attribute \"" + name + "\" has type " + type + " here and " + first.type() + " in "
                            + first.at().position().place() + ": an attribute has one type in the whole table");
        }
    }

    Map<String, AttributeType> types() {
        var types = new LinkedHashMap<String, AttributeType>();
        defined.forEach((name, definition) -> types.put(name, definition.type()));
        return types;
    }
}
