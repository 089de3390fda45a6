package org.portcullis.strategy;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.SeriesGap;

/**
 * A bar or a signal to which nothing was proposed, and why.
 *
 * @param instrument    whose bar it was
 * @param barOpenTimeMs which bar, UTC milliseconds; for a signal the minute in which it was followed
 * @param reason        why
 * @param words         for a person: what was found, or how near the nearest trigger came; may be empty
 */
public record NoTrade(InstrumentId instrument, long barOpenTimeMs, NoTradeReason reason, Words words) {

    public NoTrade {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(words, "words");
    }

    /** A bar or a signal with words that are known already. */
    public NoTrade(InstrumentId instrument, long barOpenTimeMs, NoTradeReason reason, String nearest) {
        this(instrument, barOpenTimeMs, reason, Words.of(nearest));
    }

    /**
     * A bar of which nothing could be formed.
     *
     * @param outcome what became of it, whatever that is but {@link MarketOutcome.Formed}
     */
    static NoTrade unformed(MarketOutcome outcome) {
        if (outcome instanceof MarketOutcome.Warming warming) {
            SeriesGap gap = warming.gap();
            return new NoTrade(outcome.instrument(), outcome.barOpenTimeMs(),
                    gap == null ? NoTradeReason.WARMING_UP : NoTradeReason.GAP,
                    gap == null ? warming.barsSoFar() + " of " + warming.barsNeeded() + " bars"
                            : gap.missingMinutes() + " minutes are missing");
        }
        return new NoTrade(outcome.instrument(), outcome.barOpenTimeMs(), NoTradeReason.BAR_FLAGGED,
                ((MarketOutcome.Flagged) outcome).flags().toString());
    }

    /** What was found, or how near the nearest trigger came; may be empty. */
    public String nearest() {
        return words.text();
    }
}
