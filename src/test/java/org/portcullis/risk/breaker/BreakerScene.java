package org.portcullis.risk.breaker;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.Features;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.Regime;
import org.portcullis.market.RegimeView;
import org.portcullis.market.SessionTag;
import org.portcullis.market.Structure;
import org.portcullis.market.VolatilityTag;
import org.portcullis.risk.RiskRules;
import org.portcullis.risk.adapter.store.BreakerStore;

/** An account of its own whose breakers use the shipped rules, the shipped policy and real tables. */
final class BreakerScene {

    static final TestDatabase DATABASE = TestDatabase.fresh();
    static final RiskRules RULES = RiskRules.shipped();
    static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    static final InstrumentId ETH = new InstrumentId("ETHUSDT");
    static final InstrumentId SOL = new InstrumentId("SOLUSDT");
    /** A Thursday at noon. */
    static final long NOON = Instant.parse("2026-11-19T12:00:00Z").toEpochMilli();
    static final long MINUTE = Bar.INTERVAL_MS;
    private static final AtomicInteger ACCOUNTS = new AtomicInteger();

    final AccountId account = new AccountId("watched-" + ACCOUNTS.incrementAndGet());
    final PolicyBook policies;
    final List<Object> events = new ArrayList<>();
    final Breakers breakers;

    BreakerScene(PolicyBook policies) {
        this.policies = policies;
        this.breakers = restarted();
    }

    /** The breakers as a process that was started again finds them. */
    Breakers restarted() {
        return new Breakers(new BreakerStore(DATABASE.jdbc()), RULES.tripping(), policies, events::add,
                DATABASE.transactions());
    }

    /** What holds at that moment, as words such as {@code staleness of symbol BTCUSDT}. */
    List<String> tripped(long atMs) {
        return restarted().tripped(account, atMs).stream()
                .map(trip -> trip.breaker().code() + " of " + trip.scope()).toList();
    }

    /** A flat bar at 100 that closes at that moment. */
    static Bar bar(InstrumentId symbol, long closeMs, String volume) {
        long price = FixedPoint.parse("100");
        return new Bar(symbol, closeMs - MINUTE, price, price, price, price, FixedPoint.parse(volume));
    }

    /** A bar that was believed in that regime. */
    static MarketOutcome formed(Bar bar, Regime regime) {
        double none = Double.NaN;
        Features features = new Features(bar.instrument(), bar.openTimeMs(), bar.closeTimeMs(), bar.closeE8(), 100,
                100, 100, 0, 0, 50, 50, 1, 1, 0, 0, 100, 100, 0, 0, 500);
        return new MarketOutcome.Formed(features, Structure.unknown(bar.instrument(), bar.openTimeMs()),
                new RegimeView(regime, 1, 1, 1, VolatilityTag.UNKNOWN, SessionTag.OFF_HOURS, none, none, none, none,
                        none, none));
    }
}
