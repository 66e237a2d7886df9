package dev.ensuregsis.engine.internal.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/** The state file's layout: short enough to read, to compare line by line, and to write often. */
final class OneEntryPerLine implements PrettyPrinter {
    private static final int DEEPEST_OBJECT_IN_LINES = 2;

    private int depth;

    @Override
    public void writeRootValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator out) throws IOException {
        out.writeRaw('{');
        depth++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) throws IOException {
        if (depth <= DEEPEST_OBJECT_IN_LINES) {
            newLine(out);
        }
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
        out.writeRaw(',');
        if (depth <= DEEPEST_OBJECT_IN_LINES) {
            newLine(out);
        } else {
            out.writeRaw(' ');
        }
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) throws IOException {
        depth--;
        if (depth < DEEPEST_OBJECT_IN_LINES && entries > 0) {
            newLine(out);
        }
        out.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator out) throws IOException {
        out.writeRaw('[');
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) {}

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
        out.writeRaw(", ");
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) throws IOException {
        out.writeRaw(']');
    }

    private void newLine(JsonGenerator out) throws IOException {
        out.writeRaw('\n');
        for (int level = 0; level < depth; level++) {
            out.writeRaw("  ");
        }
    }
}
