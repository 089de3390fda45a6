package org.portcullis.market;

import java.util.ArrayList;
import java.util.List;

/**
 * A universe as people and programs read it (S2-U5, B-D6): each symbol in or out with all its reasons.
 *
 * @param atMs    when it was judged, in event time, UTC milliseconds
 * @param text    such as {@code 9 of 16 in; 7 out: 7 for volume}
 * @param in      how many are in
 * @param out     how many are not
 * @param symbols by name
 */
public record UniverseReport(long atMs, String text, int in, int out, List<Line> symbols) {

    /**
     * One symbol.
     *
     * @param symbol        its canonical name
     * @param tier          its tier
     * @param in            whether it may be traded
     * @param reasons       every limit it broke, with both numbers
     * @param quoteVolume   worth traded in 24 hours, in the quote currency
     * @param spreadKnown   whether its spread is known
     * @param spreadBps     its spread, in basis points
     * @param ageDays       its age, in days
     * @param tickBps       its price step, in basis points of the price
     * @param volatilityPct standard deviation of a day's return, in percent
     */
    public record Line(String symbol, Tier tier, boolean in, List<Exclusion> reasons, double quoteVolume,
            boolean spreadKnown, double spreadBps, double ageDays, double tickBps, double volatilityPct) {

        /** One symbol of a universe. */
        public static Line of(UniverseStanding standing) {
            Candidate known = standing.candidate();
            return new Line(known.instrument().value(), known.tier(), standing.in(), standing.exclusions(),
                    known.quoteVolume(), known.spreadKnown(), known.spreadBps(), known.ageDays(), known.tickBps(),
                    known.volatilityPct());
        }
    }

    public UniverseReport {
        symbols = List.copyOf(symbols);
    }

    /** The report of a universe. */
    public static UniverseReport of(Universe universe) {
        int in = universe.in().size();
        return new UniverseReport(universe.atMs(), universe.text(), in, universe.standings().size() - in,
                universe.standings().values().stream().map(Line::of).toList());
    }

    /** A table for a screen, one line for each symbol, then the sum. */
    public List<String> table() {
        int widest = symbols.stream().mapToInt(line -> line.symbol().length()).max().orElse(6);
        String form = "%-" + Math.max(6, widest) + "s  %-10s  %-3s  %s";
        List<String> lines = new ArrayList<>();
        lines.add(form.formatted("symbol", "tier", "in", "reasons").stripTrailing());
        symbols.forEach(line -> lines.add(form.formatted(line.symbol(), line.tier(), line.in() ? "in" : "out",
                String.join(", ", line.reasons().stream().map(Exclusion::text).toList())).stripTrailing()));
        lines.add(text);
        return lines;
    }
}
