package org.portcullis.signal.domain;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The single values of a body.
 *
 * @param values     by place: a JSON pointer such as {@code /bar/close}, or a name in braces such as {@code {ticker}};
 *                   numbers as they were written, {@code null} left out
 * @param containers places at which an object or a list stands instead of a single value
 */
public record Fields(Map<String, String> values, Set<String> containers) {

    public Fields {
        values = Map.copyOf(values);
        containers = Set.copyOf(containers);
    }

    /** Whether something stands there. */
    public boolean has(String place) {
        return values.containsKey(place) || containers.contains(place);
    }

    /**
     * The single value that stands there, or nothing.
     *
     * @throws Unreadable when an object or a list stands there
     */
    public @Nullable String value(String place, String field) {
        if (containers.contains(place)) {
            throw new Unreadable(org.portcullis.signal.SignalRefusal.FIELD_UNREADABLE,
                    field + " is an object or a list; it must be one value");
        }
        return values.get(place);
    }
}
