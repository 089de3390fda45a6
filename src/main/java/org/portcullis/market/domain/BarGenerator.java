package org.portcullis.market.domain;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.Bar;
import org.portcullis.market.BarStream;
import org.portcullis.market.Episode;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.ReadBar;

/** The bars of one generated instrument, made as they are asked for. Used by one thread. */
public final class BarGenerator implements BarStream {

    private static final Set<Episode.Kind> WEATHER = Set.of(Episode.Kind.TREND_UP, Episode.Kind.TREND_DOWN,
            Episode.Kind.CHOP, Episode.Kind.CRASH, Episode.Kind.BURST, Episode.Kind.LOW_LIQUIDITY);
    private static final int BARS_BACK = 5;
    private static final int STRETCH_MINUTES = 600;

    private final GeneratedMarket market;
    private final GeneratedMarket.Listing listing;
    private final String source;
    private final PricePath path;
    /** The episodes of each stretch of time in their order, so that a year does not look through all of them. */
    private final Map<Integer, List<Episode>> episodes = new HashMap<>();
    private final Deque<Bar> made = new ArrayDeque<>();
    private int minute;
    private long line = 1;

    public BarGenerator(GeneratedMarket market, GeneratedMarket.Listing listing) {
        this.market = market;
        this.listing = listing;
        this.source = "generated_" + listing.id() + "_1m.csv";
        // each instrument has its own stream of numbers, whatever else is listed
        long seed = market.seed() ^ listing.id().value().hashCode() * 0x9E3779B97F4A7C15L;
        this.path = new PricePath(listing, new Draw(seed));
        for (Episode episode : listing.episodes()) {
            int last = Math.min(market.minutes(), episode.fromMinute() + episode.minutes()) - 1;
            for (int at = episode.fromMinute() / STRETCH_MINUTES; at <= last / STRETCH_MINUTES; at++) {
                episodes.computeIfAbsent(at, unseen -> new ArrayList<>()).add(episode);
            }
        }
    }

    @Override
    public boolean hasNext() {
        while (made.isEmpty() && minute < market.minutes()) {
            make(minute++);
        }
        return !made.isEmpty();
    }

    @Override
    public ReadBar next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the generated market ends here");
        }
        Bar bar = made.remove();
        return new ReadBar.Good(bar, source, ++line, BarText.line(bar).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() {
        minute = market.minutes();
        made.clear();
    }

    private void make(int now) {
        Episode weather = episode(now, true);
        Bar bar = path.next(now, market.startMs() + now * Bar.INTERVAL_MS,
                weather == null ? Episode.Kind.GAP : weather.kind(), weather == null ? -1 : weather.fromMinute());
        Episode trouble = episode(now, false);
        if (trouble == null) {
            made.add(bar);
            return;
        }
        switch (trouble.kind()) {
            case GAP -> { }
            case TICK_TIMES_TEN -> made.add(prices(bar, bar.openE8() * 10, bar.highE8() * 10, bar.lowE8() * 10,
                    bar.closeE8() * 10));
            case TICK_ZERO -> made.add(prices(bar, bar.openE8(), bar.highE8(), 0, 0));
            case TICK_HIGH_BELOW_LOW -> made.add(prices(bar, bar.openE8(), bar.lowE8() - listing.tickE8(),
                    bar.highE8() + listing.tickE8(), bar.closeE8()));
            default -> {
                made.add(bar);
                made.add(new Bar(bar.instrument(), bar.openTimeMs() - BARS_BACK * Bar.INTERVAL_MS, bar.openE8(),
                        bar.highE8(), bar.lowE8(), bar.closeE8(), bar.volumeE8()));
            }
        }
    }

    private @Nullable Episode episode(int now, boolean weather) {
        for (Episode episode : episodes.getOrDefault(now / STRETCH_MINUTES, List.of())) {
            if (episode.covers(now) && WEATHER.contains(episode.kind()) == weather) {
                return episode;
            }
        }
        return null;
    }

    private static Bar prices(Bar bar, long open, long high, long low, long close) {
        return new Bar(bar.instrument(), bar.openTimeMs(), open, high, low, close, bar.volumeE8());
    }
}
