package org.portcullis.web.adapter.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.market.BookDepth;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.LiveBars;
import org.portcullis.market.OrderBooks;
import org.portcullis.market.Quote;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The order book of an instrument: best prices, spread, depth and levels (B-D3). */
@RestController
@RequestMapping("/api/v1/book")
class BookApi {

    private static final int DEPTH_MAX = 1_000;
    /** Depth near the middle counts more levels than are shown. */
    private static final int LEVELS = 2_000;

    private final ObjectProvider<OrderBooks> books;
    private final ObjectProvider<LiveBars> bars;
    private final ObjectProvider<InstrumentCatalogue> catalogue;
    private final ObjectProvider<PolicyBook> policies;

    BookApi(ObjectProvider<OrderBooks> books, ObjectProvider<LiveBars> bars,
            ObjectProvider<InstrumentCatalogue> catalogue, ObjectProvider<PolicyBook> policies) {
        this.books = books;
        this.bars = bars;
        this.catalogue = catalogue;
        this.policies = policies;
    }

    /** @param depth most levels of each side, 1 to 1,000 */
    @GetMapping("/{symbol}")
    Shown book(@PathVariable String symbol, @RequestParam(defaultValue = "20") int depth) {
        Bounds.within("depth", depth, 1, DEPTH_MAX);
        InstrumentId id = new InstrumentId(symbol);
        BookDepth held = Optional.ofNullable(books.getIfAvailable()).flatMap(all -> all.book(id, LEVELS))
                .filter(BookDepth::believable).orElseThrow(() -> new NotFound(why(id)));
        Percent band = policies.getObject().current().percent("book.band-pct");
        return new Shown(id, Instant.ofEpochMilli(held.timeMs()), best(held.bids()), best(held.asks()),
                new Price(held.spreadE8()), held.spread(), band, held.worthWithin(Side.SELL, band),
                held.worthWithin(Side.BUY, band), levels(held.bids(), depth), levels(held.asks(), depth));
    }

    /** Why there is no book, and what is known instead. */
    private String why(InstrumentId id) {
        InstrumentCatalogue known = catalogue.getIfAvailable();
        if (known == null || known.find(id).isEmpty()) {
            return "There is no instrument " + id + ".";
        }
        LiveBars live = bars.getIfAvailable();
        Optional<Quote> quote = live == null ? Optional.empty() : live.quote(id);
        return "No order book of " + id + " is held. " + quote.map(best -> "Only its best prices are known: bid "
                + new Price(best.bidE8()) + ", ask " + new Price(best.askE8()) + " at "
                + Instant.ofEpochMilli(best.timeMs()) + "; books come with the channel BOOK of a live feed.")
                .orElse("Only bars tell of it; books come with the channel BOOK of a live feed.");
    }

    private static Price best(List<BookDepth.Level> side) {
        return new Price(side.get(0).priceE8());
    }

    private static List<Level> levels(List<BookDepth.Level> side, int depth) {
        return side.stream().limit(depth).map(level -> new Level(new Price(level.priceE8()),
                new Quantity(level.quantityE8()))).toList();
    }

    /**
     * A book.
     *
     * @param at until when it is known to be in step with its venue
     * @param bid best price somebody pays
     * @param ask best price somebody asks
     * @param spread ask less bid
     * @param spreadPct the same in percent of the middle
     * @param bandPct how far from the middle depth is counted, in percent of it
     * @param bidDepth worth of what is wanted within the band
     * @param askDepth worth of what is offered within the band
     * @param bids what buyers pay, the highest price first
     * @param asks what sellers ask, the lowest price first
     */
    record Shown(InstrumentId symbol, Instant at, Price bid, Price ask, Price spread, Percent spreadPct,
            Percent bandPct, Money bidDepth, Money askDepth, List<Level> bids, List<Level> asks) {
    }

    /** One price and what waits there. */
    record Level(Price price, Quantity quantity) {
    }
}
