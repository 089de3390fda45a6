package org.portcullis.market.domain.universe;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.market.PairChoice;
import org.portcullis.market.Quote;
import org.portcullis.market.TradingPair;

/** Chooses among the pairs of a currency at one moment. */
public final class PairSelection {

    private static final Comparator<TradingPair> BEST_FIRST = Comparator
            .comparing((TradingPair pair) -> !pair.refused().isEmpty()).thenComparingInt(TradingPair::rank)
            .thenComparingDouble(TradingPair::spreadBps).thenComparing(TradingPair::instrument);

    private final PairChoice.Bounds bounds;
    private final long atMs;

    /** @param atMs now, UTC milliseconds */
    public PairSelection(PairChoice.Bounds bounds, long atMs) {
        this.bounds = bounds;
        this.atMs = atMs;
    }

    /** The choice, as {@link PairChoice#of} says. */
    public PairChoice choose(String base, Collection<Instrument> instruments,
            Function<InstrumentId, Optional<Quote>> quotes, Function<InstrumentId, Optional<String>> whyNot) {
        List<TradingPair> pairs = instruments.stream().filter(instrument -> instrument.baseCurrency().equals(base))
                .filter(instrument -> bounds.quotes().contains(instrument.quoteCurrency()))
                .map(instrument -> pair(instrument, quotes.apply(instrument.id()), whyNot.apply(instrument.id())))
                .sorted(BEST_FIRST).toList();
        if (pairs.isEmpty()) {
            return new PairChoice(Optional.empty(), "no pair of " + base + " in any of " + bounds.quotes(), pairs);
        }
        TradingPair best = pairs.get(0);
        if (best.refused().isEmpty()) {
            return new PairChoice(Optional.of(best.instrument()), "", pairs);
        }
        return new PairChoice(Optional.empty(), "none of " + pairs.size() + " pairs of " + base + " can be chosen: "
                + pairs.stream().map(pair -> pair.instrument() + " " + pair.refused())
                .collect(Collectors.joining("; ")), pairs);
    }

    private TradingPair pair(Instrument instrument, Optional<Quote> quote, Optional<String> whyNot) {
        int rank = bounds.quotes().indexOf(instrument.quoteCurrency());
        if (quote.isEmpty()) {
            return new TradingPair(instrument.id(), rank, 0, 0, "has no quote");
        }
        long ageMs = atMs - quote.get().timeMs();
        double spread = Spread.bps(quote.get());
        return new TradingPair(instrument.id(), rank, Spread.believable(quote.get()) ? spread : 0, ageMs,
                whyNot.orElseGet(() -> refusal(quote.get(), ageMs, spread)));
    }

    private String refusal(Quote quote, long ageMs, double spread) {
        if (ageMs > bounds.quoteAgeMsMax()) {
            return "has a quote " + ageMs + " ms old (limit " + bounds.quoteAgeMsMax() + ")";
        }
        if (-ageMs > bounds.aheadMsMax()) {
            return "has a quote " + -ageMs + " ms in the future (limit " + bounds.aheadMsMax() + ")";
        }
        if (!Spread.believable(quote)) {
            return "has a crossed or empty quote";
        }
        return spread > bounds.spreadBpsMax() ? "has a spread of " + spread + " basis points (limit "
                + bounds.spreadBpsMax() + ")" : "";
    }
}
