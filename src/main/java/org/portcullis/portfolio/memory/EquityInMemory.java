package org.portcullis.portfolio.memory;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Money;
import org.portcullis.portfolio.EquityBook;
import org.portcullis.portfolio.EquityPoint;
import org.portcullis.risk.breaker.EquityTape;

/** What one account was worth lately, minute by minute; each minute that ends is told once. */
final class EquityInMemory implements EquityBook, EquityTape {

    /** Hears what the account was worth in a minute; the last word of each minute counts. */
    interface Listener {
        void worth(long minuteMs, Money equity);
    }

    /** Twice the longest window that the policy permits. */
    private static final long KEPT_MS = 172_800_000;

    private final Listener listener;
    private final EquityMinutes minutes = new EquityMinutes(KEPT_MS);
    private @Nullable EquityPoint last;

    EquityInMemory(Listener listener) {
        this.listener = listener;
    }

    @Override
    public Optional<EquityPoint> newest(AccountId account) {
        return Optional.ofNullable(last);
    }

    @Override
    public EquityPoint keep(AccountId account, long atMs, Money equity, Money cash, int positions, Money initial) {
        EquityPoint point = EquityPoint.after(last, atMs, equity, cash, positions, initial);
        long ms = point.at().toEpochMilli();
        minutes.add(ms, equity.e8());
        last = point;
        listener.worth(ms, equity);
        return point;
    }

    @Override
    public Optional<Money> highest(AccountId account, long fromMs) {
        return minutes.isEmpty() ? Optional.empty() : Optional.of(new Money(minutes.highestE8(fromMs)));
    }
}
