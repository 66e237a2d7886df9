package dev.ensuregsis.engine.internal.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.ensuregsis.engine.definition.DefinitionException;
import dev.ensuregsis.engine.definition.IndexShape;
import dev.ensuregsis.engine.definition.Throughput;
import dev.ensuregsis.engine.spi.RaisedCapacity;
import dev.ensuregsis.engine.spi.Undertaking;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of an entry that say what was begun with an index, besides its creation. */
final class UndertakingFields {
    private static final String DELETING = "deleting_definition";
    private static final String REPLACING = "replacing_definition";
    private static final String RAISED = "raised_write_capacity";
    private static final String NOT_BEFORE = "not_created_before";
    private static final String UNITS = "units";
    private static final String RESTORE_READ = "restore_read";
    private static final String RESTORE_WRITE = "restore_write";

    private final JsonParser in;
    private final Fields fields;
    private @Nullable IndexShape deleting;
    private @Nullable IndexShape replacing;
    private @Nullable RaisedCapacity raised;
    private @Nullable Instant notBefore;

    UndertakingFields(JsonParser in, Fields fields) {
        this.in = in;
        this.fields = fields;
    }

    /** Takes the field that the parser stands at; false if it is none of these. */
    boolean take(String name) throws IOException {
        switch (name) {
            case DELETING -> deleting = shape(name);
            case REPLACING -> replacing = shape(name);
            case RAISED -> raised = capacity(name);
            case NOT_BEFORE -> notBefore = fields.timeOrNull(name);
            default -> {
                return false;
            }
        }
        return true;
    }

    Undertaking read() {
        return new Undertaking(deleting, replacing, raised, notBefore);
    }

    private IndexShape shape(String name) throws IOException {
        var json = UnknownFields.valueAt(in);
        try {
            return IndexShape.parse(json);
        } catch (DefinitionException none) {
            throw fields.damage("\"" + name + "\" is no definition of an index");
        }
    }

    private RaisedCapacity capacity(String name) throws IOException {
        var units = new HashMap<String, Integer>();
        fields.object(
                "\"" + name + "\"",
                Set.of(UNITS, RESTORE_READ, RESTORE_WRITE),
                field -> units.put(field, fields.count(field)));
        return new RaisedCapacity(
                units.getOrDefault(UNITS, 0),
                new Throughput(
                        Long.valueOf(units.getOrDefault(RESTORE_READ, 0)),
                        Long.valueOf(units.getOrDefault(RESTORE_WRITE, 0))));
    }

    static void write(Undertaking undertaking, JsonGenerator out) throws IOException {
        shape(DELETING, undertaking.deleting(), out);
        shape(REPLACING, undertaking.replacing(), out);
        var raised = undertaking.raised();
        if (raised != null) {
            out.writeObjectFieldStart(RAISED);
            out.writeNumberField(UNITS, raised.write());
            units(RESTORE_READ, raised.restore().read(), out);
            units(RESTORE_WRITE, raised.restore().write(), out);
            out.writeEndObject();
        }
        if (undertaking.notBefore() != null) {
            out.writeStringField(NOT_BEFORE, Timestamps.format(undertaking.notBefore()));
        }
    }

    private static void units(String name, @Nullable Long units, JsonGenerator out) throws IOException {
        out.writeNumberField(name, units == null ? 0 : units);
    }

    private static void shape(String name, @Nullable IndexShape shape, JsonGenerator out) throws IOException {
        if (shape != null) {
            out.writeFieldName(name);
            out.writeRawValue(shape.json());
        }
    }
}
