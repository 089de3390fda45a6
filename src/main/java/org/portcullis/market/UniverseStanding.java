package org.portcullis.market;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Whether a symbol is in the universe, with every reason why not.
 *
 * @param candidate  what was known of it
 * @param exclusions every limit it broke; empty when it is in
 */
public record UniverseStanding(Candidate candidate, List<Exclusion> exclusions) {

    public UniverseStanding {
        Objects.requireNonNull(candidate, "candidate");
        exclusions = List.copyOf(exclusions);
    }

    /** Whether it may be traded. */
    public boolean in() {
        return exclusions.isEmpty();
    }

    /** Its reasons as one line; empty when it is in. */
    public String reasons() {
        return exclusions.stream().map(Exclusion::text).collect(Collectors.joining(", "));
    }
}
