package org.portcullis.risk.breaker;

import java.util.Optional;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;

/** The question of the breakers to the portfolio: what was the account worth lately? Kept over restarts. */
@FunctionalInterface
public interface EquityTape {

    /**
     * The highest equity from a moment on, what the account was worth at that moment included; nothing before its
     * first.
     *
     * @param fromMs event time, UTC milliseconds
     */
    Optional<Money> highest(AccountId account, long fromMs);
}
