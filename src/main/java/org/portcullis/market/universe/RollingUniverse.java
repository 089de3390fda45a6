package org.portcullis.market.universe;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Ban;
import org.portcullis.market.Bans;
import org.portcullis.market.Bar;
import org.portcullis.market.Candidate;
import org.portcullis.market.CatalogueDesk;
import org.portcullis.market.CatalogueState;
import org.portcullis.market.Instrument;
import org.portcullis.market.PairChoice;
import org.portcullis.market.Quote;
import org.portcullis.market.Tier;
import org.portcullis.market.Universe;
import org.portcullis.market.UniverseDesk;
import org.portcullis.market.UniverseJudge;
import org.portcullis.market.UniverseLimits;
import org.portcullis.market.UniversePlan;
import org.portcullis.market.domain.universe.DayWindow;
import org.portcullis.market.domain.universe.Spread;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a day of each symbol and forms the candidates from it. */
public final class RollingUniverse implements UniverseDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RollingUniverse.class);
    private static final double DAY_MS = 86_400_000;

    private final CatalogueDesk catalogue;
    private final UniversePlan plan;
    private final UniverseJudge judge;
    private final Bans bans;
    private final Supplier<Policy> policy;
    private final Function<InstrumentId, Optional<Quote>> live;
    private final Map<InstrumentId, DayWindow> days = new HashMap<>();
    private final Map<InstrumentId, Quote> quotes = new ConcurrentHashMap<>();
    private volatile Universe present = Universe.none(0);
    private long boundaryMs = Long.MIN_VALUE;
    private long latestMs = Long.MIN_VALUE;

    /** As {@link UniverseDesk#of} says. */
    public RollingUniverse(CatalogueDesk catalogue, UniversePlan plan, UniverseJudge judge, Bans bans,
            Supplier<Policy> policy, Function<InstrumentId, Optional<Quote>> live) {
        this.catalogue = catalogue;
        this.plan = plan;
        this.judge = judge;
        this.bans = bans;
        this.policy = policy;
        this.live = live;
    }

    @Override
    public synchronized void onBar(Bar bar) {
        if (bar.closeTimeMs() > boundaryMs) {
            if (boundaryMs != Long.MIN_VALUE) {
                // behind a hole it is the last boundary before the bar that counts, not the one before the hole
                evaluate(Math.max(boundaryMs, boundaryFrom(bar.closeTimeMs()) - everyMs()));
            }
            boundaryMs = boundaryFrom(bar.closeTimeMs());
        }
        take(bar);
    }

    @Override
    public synchronized void onHistory(Collection<List<Bar>> series) {
        LongSummaryStatistics closes = series.stream().flatMap(List::stream).mapToLong(Bar::closeTimeMs)
                .summaryStatistics();
        if (closes.getCount() == 0) {
            return;
        }
        // the last boundary that a bar has passed
        long passedMs = boundaryFrom(closes.getMax()) - everyMs();
        long firstMs = boundaryMs == Long.MIN_VALUE ? boundaryFrom(closes.getMin()) : boundaryMs;
        series.forEach(bars -> bars.stream().filter(bar -> bar.closeTimeMs() <= passedMs).forEach(this::take));
        if (passedMs >= firstMs) {
            evaluate(passedMs);
        }
        series.forEach(bars -> bars.stream().filter(bar -> bar.closeTimeMs() > passedMs).forEach(this::take));
        boundaryMs = Math.max(firstMs, passedMs + everyMs());
    }

    @Override
    public long lookBackMs() {
        return DayWindow.MINUTES * Bar.INTERVAL_MS + everyMs();
    }

    private long everyMs() {
        return policy.get().duration("market.universe.evaluate-every").toMillis();
    }

    /** The first boundary not before that moment; they are those of the clock, so a restart judges at the same ones. */
    private long boundaryFrom(long ms) {
        long everyMs = everyMs();
        return -Math.floorDiv(-ms, everyMs) * everyMs;
    }

    private void take(Bar bar) {
        latestMs = Math.max(latestMs, bar.closeTimeMs());
        DayWindow known = days.get(bar.instrument());
        DayWindow day = known != null ? known : begun(bar.instrument());
        if (day != null) {
            day.take(bar);
        }
    }

    @Override
    public synchronized void onQuote(Quote quote) {
        latestMs = Math.max(latestMs, quote.timeMs());
        quotes.merge(quote.instrument(), quote, (known, next) -> next.timeMs() >= known.timeMs() ? next : known);
    }

    @Override
    public synchronized Universe evaluate(long atMs) {
        Policy now = policy.get();
        CatalogueState state = catalogue.state();
        state.considered().forEach(id -> live.apply(id).ifPresent(this::onQuote));
        Map<InstrumentId, Ban> banned = new HashMap<>();
        bans.active(atMs).forEach(ban -> banned.put(ban.instrument(), ban));
        List<Candidate> candidates = new ArrayList<>();
        for (InstrumentId id : state.considered()) {
            candidates.add(candidate(state, state.catalogue().require(id), banned.get(id), now, atMs));
        }
        Map<Tier, UniverseLimits> limits = new HashMap<>();
        Universe next = Universe.judged(atMs, candidates, plan,
                tier -> limits.computeIfAbsent(tier, asked -> UniverseLimits.from(now, asked)), judge);
        say(present, next);
        present = next;
        return next;
    }

    @Override
    public Universe present() {
        return present;
    }

    @Override
    public PairChoice bestPair(String base, long atMs) {
        Policy now = policy.get();
        PairChoice.Bounds bounds = new PairChoice.Bounds(plan.quotes(),
                now.duration("market.universe.quote-age-max").toMillis(),
                now.duration("market.bar-ahead-max").toMillis(), UniverseLimits.from(now, Tier.CORE).spreadBpsMax());
        return PairChoice.of(base, catalogue.state().catalogue().instruments().values(),
                id -> Optional.ofNullable(quotes.get(id)), present::whyNot, bounds, atMs);
    }

    private Candidate candidate(CatalogueState state, Instrument instrument, @Nullable Ban ban, Policy now,
            long atMs) {
        InstrumentId id = instrument.id();
        DayWindow day = days.get(id);
        Quote quote = quotes.get(id);
        boolean spreadKnown = quote != null && Spread.believable(quote) && Math.max(latestMs, atMs) - quote.timeMs()
                <= now.duration("market.universe.quote-age-max").toMillis();
        double volatility = day == null ? Double.NaN
                : day.volatilityPct(atMs, now.integer("market.universe.volatility-bars-min"));
        boolean volatilityKnown = !Double.isNaN(volatility);
        double price = day == null ? 0 : day.lastClose();
        return new Candidate(id, Tier.NONE, catalogue.status(id),
                state.differences().getOrDefault(id, List.of()).size(), false, ban == null ? 0 : ban.hoursLeft(atMs),
                day == null ? 0 : day.bars(atMs), day == null ? 0 : day.quoteVolume(atMs), spreadKnown,
                spreadKnown && quote != null ? Spread.bps(quote) : 0,
                Math.max(0, (atMs - bornMs(state, id, day, atMs)) / DAY_MS),
                price > 0 ? (double) instrument.tickE8() / FixedPoint.ONE / price * 10_000 : 0,
                volatilityKnown, volatilityKnown ? volatility : 0);
    }

    /** When the venue listed it, or when it was first seen; now, when neither is known. */
    private static long bornMs(CatalogueState state, InstrumentId id, @Nullable DayWindow day, long atMs) {
        long seenMs = day == null ? atMs : day.firstSeenMs();
        return state.listedAtMs().getOrDefault(id, seenMs);
    }

    /** The window of a symbol that was not seen before; nothing when the catalogue does not know it. */
    private @Nullable DayWindow begun(InstrumentId id) {
        Instrument instrument = catalogue.state().catalogue().find(id).orElse(null);
        if (instrument == null) {
            return null;
        }
        DayWindow day = new DayWindow(instrument.multiplierE8());
        days.put(id, day);
        return day;
    }

    /** Once for each change of what is in, not for each judgement. */
    private static void say(Universe before, Universe now) {
        if (before.in().equals(now.in()) && !before.standings().isEmpty()) {
            return;
        }
        now.emptyReason().ifPresentOrElse(LOG::warn, () -> LOG.info("universe: {}", now.text()));
    }
}
