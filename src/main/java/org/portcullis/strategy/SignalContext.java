package org.portcullis.strategy;

import java.util.Objects;
import java.util.Optional;
import org.portcullis.market.Mark;
import org.portcullis.market.RegimeView;
import org.portcullis.signal.TradingSignal;

/**
 * All that a strategy may know when it looks at a signal from outside: values only, no venue, clock or account.
 *
 * @param signal authenticated and seen for the first time
 * @param mark   last believed price of its instrument
 * @param regime what kind of market it was at the last closed bar
 * @param tooOld why nothing may be entered on it any more; empty while it is fresh
 */
public record SignalContext(TradingSignal signal, Mark mark, RegimeView regime, Optional<String> tooOld) {

    public SignalContext {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(regime, "regime");
        Objects.requireNonNull(tooOld, "tooOld");
    }
}
