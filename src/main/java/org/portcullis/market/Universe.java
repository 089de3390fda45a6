package org.portcullis.market;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.domain.universe.Selection;

/**
 * What may be traded, and why the rest may not (S2-U5).
 *
 * @param atMs      when it was judged, in event time, UTC milliseconds
 * @param standings by symbol, in alphabetical order
 */
public record Universe(long atMs, SortedMap<InstrumentId, UniverseStanding> standings) {

    public Universe {
        standings = Collections.unmodifiableSortedMap(new TreeMap<>(standings));
    }

    /** A universe before anything was seen: nothing is in. */
    public static Universe none(long atMs) {
        return new Universe(atMs, new TreeMap<>());
    }

    /**
     * Judges symbols.
     *
     * @param candidates what is known of each; a symbol that comes twice is refused
     * @param plan       says the tier and the red flags
     * @param limits     gives the limits of a tier
     * @throws IllegalArgumentException when a symbol comes twice
     */
    public static Universe judged(long atMs, Collection<Candidate> candidates, UniversePlan plan,
            Function<Tier, UniverseLimits> limits, UniverseJudge judge) {
        return Selection.judged(atMs, candidates, plan, limits, judge);
    }

    /** Symbols that may be traded, in alphabetical order. */
    public List<InstrumentId> in() {
        return standings.entrySet().stream().filter(entry -> entry.getValue().in()).map(Map.Entry::getKey).toList();
    }

    /**
     * Why an instrument may not be entered; empty when it may. One that was never a candidate may not (fail closed).
     */
    public Optional<String> whyNot(InstrumentId instrument) {
        UniverseStanding standing = standings.get(instrument);
        if (standing == null) {
            return Optional.of(standings.isEmpty() ? "EMPTY_UNIVERSE: no symbol was judged yet"
                    : "NOT_A_CANDIDATE: the universe of " + standings.size() + " symbols does not hold it");
        }
        return standing.in() ? Optional.empty() : Optional.of(standing.reasons());
    }

    /** Why nothing at all can be entered; empty when something can. */
    public Optional<String> emptyReason() {
        return in().isEmpty() ? Optional.of("EMPTY_UNIVERSE: " + text()) : Optional.empty();
    }

    /** How many symbols were left out by code; a symbol with several reasons counts under each. */
    public Map<ExclusionCode, Long> counts() {
        Map<ExclusionCode, Long> counts = new EnumMap<>(ExclusionCode.class);
        standings.values().forEach(standing -> standing.exclusions().stream().map(Exclusion::code).distinct()
                .forEach(code -> counts.merge(code, 1L, Long::sum)));
        return counts;
    }

    /** Such as {@code 9 of 16 in; 7 out: 7 for volume, 2 for spread}. */
    public String text() {
        int in = in().size();
        int out = standings.size() - in;
        String why = counts().entrySet().stream()
                .sorted(Map.Entry.<ExclusionCode, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> entry.getValue() + " for " + entry.getKey().word()).collect(Collectors.joining(", "));
        return in + " of " + standings.size() + " in" + (out == 0 ? "" : "; " + out + " out: " + why);
    }
}
