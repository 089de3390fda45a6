package org.portcullis.web.adapter.rest;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarSpan;
import org.portcullis.market.SpanBar;
import org.portcullis.web.DecisionLine;
import org.portcullis.web.FillLine;
import org.portcullis.web.LiveBars;
import org.portcullis.web.OrderLine;
import org.portcullis.web.PositionLine;
import org.portcullis.web.adapter.store.ChartReads;
import org.portcullis.web.adapter.store.DecisionReads;
import org.portcullis.web.adapter.store.LiveReads;
import org.portcullis.web.adapter.store.OrderReads;
import org.portcullis.web.adapter.store.PortfolioReads;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders, positions, fills, bars and what a chart marks on them. */
@RestController
@RequestMapping("/api/v1")
class TradingApi {

    private static final int LIMIT_MAX = 1_000;
    private static final String MINUTE = "1m";
    /** What one question about longer bars may read. */
    private static final int MINUTES_MAX = 200_000;

    private final DecisionReads decisions;
    private final OrderReads orders;
    private final PortfolioReads portfolio;
    private final LiveReads live;
    private final ChartReads charts;

    TradingApi(DecisionReads decisions, OrderReads orders, PortfolioReads portfolio, LiveReads live,
            ChartReads charts) {
        this.decisions = decisions;
        this.orders = orders;
        this.portfolio = portfolio;
        this.live = live;
        this.charts = charts;
    }

    @GetMapping("/orders")
    List<OrderLine> orders(@RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "false") boolean open) {
        Bounds.within("limit", limit, 1, LIMIT_MAX);
        return open ? orders.working(limit) : orders.newest(limit);
    }

    @GetMapping("/orders/{id}")
    OrderLine order(@PathVariable String id) {
        return orders.find(id).orElseThrow(() -> new NotFound("There is no order " + id + "."));
    }

    @GetMapping("/positions")
    List<PositionLine> positions() {
        return live.positions();
    }

    @GetMapping("/fills")
    List<FillLine> fills(@RequestParam(defaultValue = "100") int limit) {
        return portfolio.newestFills(Bounds.within("limit", limit, 1, LIMIT_MAX));
    }

    /**
     * The newest bars, oldest first: open time in UTC milliseconds, then open, high, low, close and volume as text. The
     * last window of a longer span is told as far as it has come.
     *
     * @param span {@code 1m}, {@code 5m}, {@code 15m}, {@code 1h}, {@code 4h} or {@code 1d}
     */
    @GetMapping("/bars")
    List<List<Object>> bars(@RequestParam String instrument, @RequestParam(defaultValue = "500") int limit,
            @RequestParam(defaultValue = MINUTE) String span) {
        Bounds.within("limit", limit, 1, LiveBars.KEPT);
        InstrumentId id = new InstrumentId(instrument);
        if (span.equals(MINUTE)) {
            return charts.minutes(id, limit).stream().map(TradingApi::numbers).toList();
        }
        BarSpan asked = BarSpan.of(span).orElseThrow(() -> new IllegalArgumentException("span \"" + span
                + "\" is none of " + MINUTE + ", " + Stream.of(BarSpan.values()).map(BarSpan::word)
                        .collect(Collectors.joining(", "))));
        int windows = Math.min(limit, MINUTES_MAX / asked.minutes());
        return charts.windows(id, asked, windows).stream().map(TradingApi::numbers).toList();
    }

    /** What happened to one instrument since a moment: proposals, orders and fills. */
    @GetMapping("/markers")
    Markers markers(@RequestParam String instrument, @RequestParam(required = false) @Nullable Long fromMs) {
        Instant from = Instant.ofEpochMilli(fromMs == null ? 0 : fromMs);
        String symbol = new InstrumentId(instrument).value();
        return new Markers(decisions.since(symbol, from, LIMIT_MAX), orders.since(symbol, from, LIMIT_MAX),
                portfolio.fillsSince(symbol, from, LIMIT_MAX));
    }

    private static List<Object> numbers(Bar bar) {
        return List.of(bar.openTimeMs(), FixedPoint.format(bar.openE8()), FixedPoint.format(bar.highE8()),
                FixedPoint.format(bar.lowE8()), FixedPoint.format(bar.closeE8()), FixedPoint.format(bar.volumeE8()));
    }

    private static List<Object> numbers(SpanBar bar) {
        return List.of(bar.openTimeMs(), FixedPoint.format(bar.openE8()), FixedPoint.format(bar.highE8()),
                FixedPoint.format(bar.lowE8()), FixedPoint.format(bar.closeE8()), FixedPoint.format(bar.volumeE8()));
    }

    /** Marks on a chart. */
    record Markers(List<DecisionLine> proposals, List<OrderLine> orders, List<FillLine> fills) {
    }
}
