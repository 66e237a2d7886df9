package dev.ensuregsis.engine.definition.internal.shape;

import dev.ensuregsis.engine.definition.AttributeType;
import dev.ensuregsis.engine.definition.Place;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers {@code AttributeDefinitions} of one table and of its indexes; they have to agree. */
final class AttributeTypes {
    private final Faults faults;
    private final Map<String, AttributeType> types = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();

    AttributeTypes(Faults faults) {
        this.faults = faults;
    }

    void read(ApiObject owner) {
        for (var definition : owner.objects("AttributeDefinitions")) {
            var name = definition.requiredText("AttributeName");
            var type = definition.constant("AttributeType", AttributeType.class);
            if (!definition.has("AttributeType")) {
                faults.add(definition.mapping(), "AttributeType is missing: write S, N or B");
            }
            definition.refuseUnknown();
            if (name.isPresent() && type.isPresent()) {
                add(name.get(), type.get(), definition.mapping().position().place());
            }
        }
    }

    private void add(String name, AttributeType type, Place place) {
        var first = types.putIfAbsent(name, type);
        if (first == null) {
            places.put(name, place);
        } else if (first != type) {
            faults.add(
                    place,
                    "attribute \"" + name + "\" has type " + type + " here and " + first + " in " + places.get(name)
                            + ": an attribute has one type in the whole table");
        }
    }

    Map<String, AttributeType> types() {
        return types;
    }
}
