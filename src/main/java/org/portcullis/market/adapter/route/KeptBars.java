package org.portcullis.market.adapter.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarMemory;
import org.portcullis.market.MarketFrame;
import org.portcullis.market.WarmStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows bars of the database as history: as many as anything that looks at bars remembers. */
final class KeptBars implements WarmStart {

    private static final Logger LOG = LoggerFactory.getLogger(KeptBars.class);

    private final BarMemory memory;
    private final MarketEvents events;
    private final IntSupplier barsToForget;
    private final WallTime time;

    /** @param barsToForget bars after which nobody remembers where a series began */
    KeptBars(BarMemory memory, MarketEvents events, IntSupplier barsToForget, WallTime time) {
        this.memory = memory;
        this.events = events;
        this.barsToForget = barsToForget;
        this.time = time;
    }

    @Override
    public Map<InstrumentId, Long> show(String feed, Collection<InstrumentId> instruments, long nowMs) {
        long started = time.stopwatchNanos();
        long fromMs = nowMs - barsToForget.getAsInt() * Bar.INTERVAL_MS;
        SortedMap<Long, List<Bar>> minutes = new TreeMap<>();
        Map<InstrumentId, Long> newest = new HashMap<>();
        for (InstrumentId instrument : instruments) {
            for (Bar bar : memory.newest(instrument, nowMs, barsToForget.getAsInt())) {
                if (bar.openTimeMs() >= fromMs) {
                    minutes.computeIfAbsent(bar.openTimeMs(), unseen -> new ArrayList<>()).add(bar);
                    newest.put(instrument, bar.closeTimeMs());
                }
            }
        }
        minutes.forEach((openTimeMs, bars) -> {
            bars.sort(java.util.Comparator.comparing(Bar::instrument));
            events.publish(new MarketFrame(feed, openTimeMs, time.micros(), true, bars));
        });
        LOG.info("feed {}: {} kept minutes of {} of {} instruments shown again in {} ms", feed, minutes.size(),
                newest.size(), instruments.size(), (time.stopwatchNanos() - started) / 1_000_000);
        return newest;
    }
}
