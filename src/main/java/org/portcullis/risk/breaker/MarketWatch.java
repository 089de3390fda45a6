package org.portcullis.risk.breaker;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Percent;
import org.portcullis.market.Bar;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.PriceView.LastPrice;
import org.portcullis.risk.domain.breaker.BarAge;
import org.portcullis.risk.domain.breaker.CrashRegime;
import org.portcullis.risk.domain.breaker.CrashShare;

/**
 * Watches the market for the breakers of crashes and of silence (S2-CB2). A symbol that falls apart or is silent stops
 * alone; when much of the market falls apart everything stops, and when nothing comes from a venue the venue does.
 * Whatever cannot reach a limit, such as a market that does not fall apart, is not compared.
 */
public final class MarketWatch {

    private static final Set<Breaker> CRASH = EnumSet.of(Breaker.CRASH_REGIME);
    private static final Set<Breaker> SILENCE = EnumSet.of(Breaker.STALENESS);

    private final AccountId account;
    private final MarketTapes tapes;
    private final MarketHours hours;
    private final Breakers breakers;
    private final PolicyReading<BreakerPolicy> limits;

    public MarketWatch(AccountId account, MarketTapes tapes, MarketHours hours, Breakers breakers,
            PolicyBook policies) {
        this.account = account;
        this.tapes = tapes;
        this.hours = hours;
        this.breakers = breakers;
        this.limits = BreakerPolicy.inForce(policies);
    }

    /**
     * A frame has been taken into the tapes.
     *
     * @param nowMs event time, UTC milliseconds
     */
    public void seen(PriceView marks, long nowMs) {
        breakers.sweep(account, nowMs);
        crash(nowMs);
        silence(marks, nowMs);
    }

    private void crash(long nowMs) {
        Map<InstrumentId, Integer> crashing = tapes.crashing();
        if (crashing.isEmpty()) {
            return;
        }
        BreakerPolicy policy = limits.now();
        int barsMax = policy.integer(Breaker.CRASH_REGIME, "bars-max");
        crashing.forEach((symbol, bars) -> {
            if (tapes.newestMs(symbol) == nowMs) {
                breakers.measure(account, Scope.symbol(symbol), List.of(new CrashRegime(bars, barsMax)), CRASH, nowMs);
            }
        });
        Percent share = new Percent(100 * FixedPoint.ONE * crashing.size() / Math.max(crashing.size(),
                tapes.judged()));
        breakers.measure(account, Scope.GLOBAL, List.of(new CrashShare(share,
                policy.percent(Breaker.CRASH_REGIME, "share-pct-max"))), CRASH, nowMs);
    }

    /**
     * Looks how long nothing has been believed; also called by the wall clock, because then nothing comes.
     *
     * @param nowMs event time, UTC milliseconds
     */
    public void silence(PriceView marks, long nowMs) {
        if (tapes.everyNewestIs(nowMs) && everyMarkIs(marks, nowMs)) {
            return; // nobody is silent, nobody is forgotten
        }
        BreakerPolicy policy = limits.now();
        long ageMsMax = policy.ms(Breaker.STALENESS, "age-max");
        long forgetMs = policy.ms(Breaker.STALENESS, "forget-after");
        Map<String, Map<InstrumentId, Long>> silent = new TreeMap<>();
        Map<String, Integer> watched = new TreeMap<>();
        for (InstrumentId symbol : tapes.symbols()) {
            long openMs = hours.openSinceMs(symbol, nowMs);
            if (nowMs - tapes.newestMs(symbol) > forgetMs) {
                tapes.forget(symbol);
            } else if (openMs != MarketHours.CLOSED) {
                long lastMs = marks.last(symbol).map(LastPrice::eventTimeMs).orElse(openMs);
                long ageMs = nowMs - Math.max(lastMs, openMs);
                watched.merge(hours.venue(symbol), 1, Integer::sum);
                if (ageMs > Bar.INTERVAL_MS) { // less is how bars come
                    silent.computeIfAbsent(hours.venue(symbol), venue -> new TreeMap<>(
                            (a, b) -> a.value().compareTo(b.value()))).put(symbol, ageMs);
                }
            }
        }
        silent.forEach((venue, ages) -> {
            if (!venue.isEmpty() && ages.size() == watched.getOrDefault(venue, 0)) {
                long youngestMs = ages.values().stream().mapToLong(Long::longValue).min().orElse(0);
                breakers.measure(account, Scope.venue(venue), List.of(new BarAge(youngestMs, ageMsMax)), SILENCE,
                        nowMs);
            } else {
                ages.forEach((symbol, ageMs) -> breakers.measure(account, Scope.symbol(symbol),
                        List.of(new BarAge(ageMs, ageMsMax)), SILENCE, nowMs));
            }
        });
    }

    private boolean everyMarkIs(PriceView marks, long nowMs) {
        for (InstrumentId symbol : tapes.symbols()) {
            Optional<LastPrice> last = marks.last(symbol);
            if (last.isEmpty() || last.get().eventTimeMs() != nowMs) {
                return false;
            }
        }
        return true;
    }
}
