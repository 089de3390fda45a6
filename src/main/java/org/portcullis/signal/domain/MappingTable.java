package org.portcullis.signal.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.signal.SignalRefusal;

/**
 * All shapes, in the order in which they are tried; the first that matches counts.
 *
 * @param mappings the shapes
 */
public record MappingTable(List<Mapping> mappings) {

    public MappingTable {
        mappings = List.copyOf(mappings);
    }

    /**
     * One shape with the fields of one body.
     *
     * @param mapping the shape
     * @param fields  what the body says
     */
    public record Match(Mapping mapping, Fields fields) {
    }

    /**
     * Finds the shape of a body.
     *
     * @param text the body
     * @param json its fields when it is JSON, else nothing
     * @throws Unreadable when no shape matches
     */
    public Match match(String text, @Nullable Fields json) {
        for (Mapping mapping : mappings) {
            Optional<Fields> fields = mapping.match(text, json);
            if (fields.isPresent()) {
                return new Match(mapping, fields.get());
            }
        }
        throw new Unreadable(SignalRefusal.SHAPE_UNKNOWN, "no mapping knows this shape; add one");
    }
}
