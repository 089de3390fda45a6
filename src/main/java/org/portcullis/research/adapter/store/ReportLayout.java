package org.portcullis.research.adapter.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import java.io.IOException;

/**
 * How a report's JSON stands on lines: one for each figure of a section and one for each trade; what lies deeper stays
 * on its line. Two reports can so be compared by any tool that compares lines.
 */
final class ReportLayout implements PrettyPrinter {

    private static final int DEEPEST = 2;
    private static final String[] BREAKS = {"\n", "\n  ", "\n    "};

    private int level;

    @Override
    public void writeRootValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
    }

    @Override
    public void writeStartObject(JsonGenerator json) throws IOException {
        json.writeRaw('{');
        level++;
    }

    @Override
    public void beforeObjectEntries(JsonGenerator json) throws IOException {
        open(json);
    }

    @Override
    public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(": ");
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
        next(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) throws IOException {
        close(json, entries);
        json.writeRaw('}');
    }

    @Override
    public void writeStartArray(JsonGenerator json) throws IOException {
        json.writeRaw('[');
        level++;
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        open(json);
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        next(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        close(json, values);
        json.writeRaw(']');
    }

    private void open(JsonGenerator json) throws IOException {
        if (level <= DEEPEST) {
            json.writeRaw(BREAKS[level]);
        }
    }

    private void next(JsonGenerator json) throws IOException {
        json.writeRaw(level <= DEEPEST ? "," + BREAKS[level] : ", ");
    }

    private void close(JsonGenerator json, int entries) throws IOException {
        level--;
        if (entries > 0 && level < DEEPEST) {
            json.writeRaw(BREAKS[level]);
        }
    }
}
