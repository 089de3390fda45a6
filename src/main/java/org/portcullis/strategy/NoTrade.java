package org.portcullis.strategy;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * A bar or a signal to which nothing was proposed, and why.
 *
 * @param instrument    whose bar it was
 * @param barOpenTimeMs which bar, UTC milliseconds; for a signal without one the time at which it was fired
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

    /** What was found, or how near the nearest trigger came; may be empty. */
    public String nearest() {
        return words.text();
    }
}
