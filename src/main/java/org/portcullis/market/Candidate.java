package org.portcullis.market;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.adapter.store.CandidateFile;

/**
 * Everything the universe rules may know about one symbol, taken once before any of them looks. What is not known is
 * told in the way that keeps the symbol out.
 *
 * @param instrument      which
 * @param tier            what {@code rules/universe.yaml} makes of it
 * @param status          what its venue lets one do with it
 * @param differingTerms  how many of its terms differ between venue and {@code rules/instruments.yaml}; never negative
 * @param redFlagged      whether {@code rules/universe.yaml} bans it for good
 * @param bannedHours     hours that a ban still lasts; 0 without one (S2-U4)
 * @param bars            minutes of the last 24 hours in which it was seen; never negative
 * @param quoteVolume     worth of what was traded in the last 24 hours, in the quote currency; what was not seen counts
 *                        as not traded
 * @param spreadKnown     whether there is a fresh quote to take the spread from
 * @param spreadBps       best ask minus best bid, in basis points of their middle; 0 when unknown
 * @param ageDays         days since it was listed or first seen
 * @param tickBps         smallest price step, in basis points of the price; 0 when it was never seen
 * @param volatilityKnown whether enough bars were seen to tell how much it moves
 * @param volatilityPct   standard deviation of a day's return, in percent; 0 when unknown
 */
public record Candidate(InstrumentId instrument, Tier tier, TradingStatus status, int differingTerms,
        boolean redFlagged, double bannedHours, int bars, double quoteVolume, boolean spreadKnown, double spreadBps,
        double ageDays, double tickBps, boolean volatilityKnown, double volatilityPct) {

    public Candidate {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(tier, "tier");
        Objects.requireNonNull(status, "status");
        // a number that is none would pass every comparison
        known(instrument, "banned hours", bannedHours);
        known(instrument, "quote volume", quoteVolume);
        known(instrument, "spread", spreadBps);
        known(instrument, "age", ageDays);
        known(instrument, "tick", tickBps);
        known(instrument, "volatility", volatilityPct);
        if (differingTerms < 0 || bars < 0) {
            throw new IllegalArgumentException(instrument + ": differing terms and bars cannot be " + differingTerms
                    + " and " + bars);
        }
    }

    /**
     * Reads candidates to try a universe on (B-D6), a table with the columns {@code symbol,status,quote_volume,
     * spread_bps,age_days,tick_bps,volatility_pct,banned_hours}.
     *
     * @throws IllegalArgumentException when it cannot be used, with file and line
     */
    public static List<Candidate> read(Path file) {
        return CandidateFile.read(file);
    }

    private static void known(InstrumentId instrument, String what, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(instrument + ": " + what + " must be a number of at least 0, not "
                    + value);
        }
    }

    /** The same symbol in that tier, with or without a red flag. */
    public Candidate in(Tier other, boolean flagged) {
        return new Candidate(instrument, other, status, differingTerms, flagged, bannedHours, bars, quoteVolume,
                spreadKnown, spreadBps, ageDays, tickBps, volatilityKnown, volatilityPct);
    }
}
