package org.portcullis.market;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;

/**
 * The plan of a generated market. The same plan gives the same bars, bit for bit, on every machine and Java version.
 *
 * @param seed        decides every random draw
 * @param startMs     open time of the first minute, UTC milliseconds, a full minute
 * @param minutes     length of the span
 * @param instruments what is traded
 */
public record GeneratedMarket(long seed, long startMs, int minutes, List<Listing> instruments) {

    private static final int CYCLE_MINUTES = 600;
    private static final int SHIFT_MINUTES = 37;
    private static final long START_TICKS = 200_000;

    public GeneratedMarket {
        instruments = List.copyOf(instruments);
        if (minutes < 1 || startMs % Bar.INTERVAL_MS != 0) {
            throw new IllegalArgumentException("a generated market lasts a minute or more and starts on a full minute");
        }
    }

    /**
     * One generated instrument.
     *
     * @param id           its symbol
     * @param startPriceE8 price before the first bar, in 10<sup>-8</sup>
     * @param tickE8       price step, in 10<sup>-8</sup>
     * @param episodes     what happens to it
     */
    public record Listing(InstrumentId id, long startPriceE8, long tickE8, List<Episode> episodes) {

        public Listing {
            episodes = List.copyOf(episodes);
            if (startPriceE8 <= 0 || tickE8 <= 0) {
                throw new IllegalArgumentException(id + ": start price and tick must be positive");
            }
        }
    }

    /** The market of the demo: five instruments that go through every kind of episode again and again. */
    public static GeneratedMarket demo(long seed, long startMs, int minutes) {
        return new GeneratedMarket(seed, startMs, minutes, List.of(
                listing("BTCUSDT", "96000", "0.01", 0, minutes),
                listing("ETHUSDT", "3600", "0.01", 1, minutes),
                listing("SOLUSDT", "230", "0.01", 2, minutes),
                listing("XRPUSDT", "2.2", "0.0001", 3, minutes),
                listing("DOGEUSDT", "0.4", "0.00001", 4, minutes)));
    }

    /**
     * A market of any instruments that goes through every kind of episode again and again; those of the demo begin at
     * its prices, any other at two hundred thousand of its ticks.
     */
    public static GeneratedMarket of(long seed, long startMs, int minutes, List<Instrument> instruments) {
        Map<InstrumentId, Listing> known = new HashMap<>();
        demo(seed, startMs, 1).instruments().forEach(listing -> known.put(listing.id(), listing));
        List<Listing> listings = new ArrayList<>();
        for (Instrument instrument : instruments) {
            Listing demo = known.get(instrument.id());
            listings.add(new Listing(instrument.id(), demo != null ? demo.startPriceE8()
                    : instrument.tickE8() * START_TICKS, demo != null ? demo.tickE8() : instrument.tickE8(),
                    episodes(listings.size(), minutes)));
        }
        return new GeneratedMarket(seed, startMs, minutes, listings);
    }

    private static Listing listing(String symbol, String price, String tick, int place, int minutes) {
        return new Listing(new InstrumentId(symbol), FixedPoint.parse(price), FixedPoint.parse(tick),
                episodes(place, minutes));
    }

    private static List<Episode> episodes(int place, int minutes) {
        List<Episode> episodes = new ArrayList<>();
        // instruments are shifted against each other, so that trouble comes one by one
        for (int start = SHIFT_MINUTES * place % CYCLE_MINUTES; start < minutes; start += CYCLE_MINUTES) {
            episodes.addAll(cycle(start));
        }
        return episodes;
    }

    private static List<Episode> cycle(int start) {
        // bad ticks lie close together: each one makes a hole, and after a hole the series warms up anew
        return List.of(
                new Episode(Episode.Kind.BURST, start + 62, 1),
                new Episode(Episode.Kind.TREND_UP, start + 75, 50),
                new Episode(Episode.Kind.CHOP, start + 150, 60),
                new Episode(Episode.Kind.BURST, start + 230, 1),
                new Episode(Episode.Kind.TREND_DOWN, start + 245, 40),
                new Episode(Episode.Kind.LOW_LIQUIDITY, start + 300, 3),
                new Episode(Episode.Kind.TIME_BACK, start + 320, 1),
                new Episode(Episode.Kind.CRASH, start + 345, 6),
                new Episode(Episode.Kind.TREND_UP, start + 360, 30),
                new Episode(Episode.Kind.BURST, start + 410, 1),
                new Episode(Episode.Kind.TREND_DOWN, start + 425, 40),
                new Episode(Episode.Kind.TICK_TIMES_TEN, start + 500, 1),
                new Episode(Episode.Kind.TICK_ZERO, start + 507, 1),
                new Episode(Episode.Kind.TICK_HIGH_BELOW_LOW, start + 514, 1),
                new Episode(Episode.Kind.GAP, start + 525, 12));
    }
}
