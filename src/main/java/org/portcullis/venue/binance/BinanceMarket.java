package org.portcullis.venue.binance;

import java.util.List;
import java.util.Set;
import org.portcullis.venue.stream.Channel;

/** Where the two markets of Binance differ. */
enum BinanceMarket {
    /**
     * USD-margined futures. Since 2026-04-23 book data and the rest are reached by different paths; a stream asked for
     * on the wrong one is accepted and stays silent.
     */
    USDM("binance-usdm", "/fapi/v1", 1_000, 1_500, List.of(
            new Route("public", "/public/stream", Set.of(Channel.QUOTES, Channel.BOOK)),
            new Route("market", "/market/stream",
                    Set.of(Channel.TRADES, Channel.BARS, Channel.FUNDING, Channel.STATUS)))),
    /** Spot: one path; neither funding nor status is told on a stream. */
    SPOT("binance-spot", "/api/v3", 5_000, 1_000, List.of(
            new Route("all", "/stream", Set.of(Channel.QUOTES, Channel.BOOK, Channel.TRADES, Channel.BARS))));

    /** One path and what it carries. */
    record Route(String name, String path, Set<Channel> carries) {
    }

    private final String venue;
    private final String restPath;
    private final int bookLevels;
    private final int barsMax;
    private final List<Route> routes;

    BinanceMarket(String venue, String restPath, int bookLevels, int barsMax, List<Route> routes) {
        this.venue = venue;
        this.restPath = restPath;
        this.bookLevels = bookLevels;
        this.barsMax = barsMax;
        this.routes = routes;
    }

    String venue() {
        return venue;
    }

    String restPath() {
        return restPath;
    }

    /** Levels of a side in the largest snapshot over REST. */
    int bookLevels() {
        return bookLevels;
    }

    int barsMax() {
        return barsMax;
    }

    List<Route> routes() {
        return routes;
    }
}
