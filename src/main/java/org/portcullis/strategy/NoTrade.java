package org.portcullis.strategy;

import java.util.Objects;
import org.portcullis.kernel.InstrumentId;

/**
 * A bar or a signal to which nothing was proposed, and why.
 *
 * @param instrument    whose bar it was
 * @param barOpenTimeMs which bar, UTC milliseconds; for a signal without one the time at which it was fired
 * @param reason        why
 * @param nearest       for a person: what was found, or how near the nearest trigger came; may be empty
 */
public record NoTrade(InstrumentId instrument, long barOpenTimeMs, NoTradeReason reason, String nearest) {

    public NoTrade {
        Objects.requireNonNull(instrument, "instrument");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(nearest, "nearest");
    }
}
