package org.portcullis.web.adapter.store;

import java.time.InstantSource;
import java.util.List;
import org.portcullis.kernel.AccountId;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.web.BreakerStrip;
import org.springframework.beans.factory.ObjectProvider;

/** How the breakers of the traded account stand; where no orders are judged all are armed. */
public final class BreakerReads {

    private final ObjectProvider<Breakers> breakers;
    private final ObjectProvider<AccountId> account;
    private final InstantSource market;

    /** @param market the clock of the market: event time in a replay */
    public BreakerReads(ObjectProvider<Breakers> breakers, ObjectProvider<AccountId> account, InstantSource market) {
        this.breakers = breakers;
        this.account = account;
        this.market = market;
    }

    /** All of them now. */
    public BreakerStrip strip() {
        Breakers asked = breakers.getIfAvailable();
        AccountId traded = account.getIfAvailable();
        return BreakerStrip.of(asked == null || traded == null ? List.of() : asked.tripped(traded, market.millis()));
    }
}
