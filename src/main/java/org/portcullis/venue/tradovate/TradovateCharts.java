package org.portcullis.venue.tradovate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.Instrument;
import org.portcullis.market.Trade;
import org.portcullis.market.VenueBar;
import org.portcullis.venue.stream.StreamTrouble;
import org.portcullis.venue.wire.Hearing;
import org.portcullis.venue.wire.IsoTime;
import org.portcullis.venue.wire.JsonArray;
import org.portcullis.venue.wire.JsonObject;
import org.portcullis.venue.wire.WireFault;

/**
 * Charts: bars of a minute, of which the newest is told again and again until the next one begins, and ticks, which
 * are trades packed as distances from a first price and time.
 */
final class TradovateCharts {

    private final Map<InstrumentId, Instrument> terms = new HashMap<>();
    private final Map<Long, InstrumentId> barCharts = new HashMap<>();
    private final Map<Long, InstrumentId> tickCharts = new HashMap<>();
    private final Set<Long> pastTicks = new HashSet<>();
    private final Map<InstrumentId, Bar> lastBar = new HashMap<>();
    private final Map<InstrumentId, Long> lastTick = new HashMap<>();
    private final JsonArray charts = new JsonArray();
    private final JsonObject chart = new JsonObject();
    private final JsonArray items = new JsonArray();
    private final JsonObject item = new JsonObject();

    TradovateCharts(List<Instrument> instruments) {
        instruments.forEach(instrument -> terms.put(instrument.id(), instrument));
    }

    /** The answer to a request for bars: history and the present bear different numbers, both are welcome. */
    void bars(JsonObject answer, InstrumentId instrument) {
        barCharts.put(answer.whole("historicalId", answer.whole("realtimeId")), instrument);
        barCharts.put(answer.whole("realtimeId"), instrument);
    }

    /** The answer to a request for ticks: only those of the present are trades to us. */
    void ticks(JsonObject answer, InstrumentId instrument) {
        tickCharts.put(answer.whole("realtimeId"), instrument);
        long past = answer.whole("historicalId", answer.whole("realtimeId"));
        if (!tickCharts.containsKey(past)) {
            pastTicks.add(past);
        }
    }

    void hear(JsonObject told, long receivedAtMs, Hearing hearing) {
        told.array("charts", charts);
        for (int i = 0; i < charts.size(); i++) {
            try {
                charts.object(i, chart);
                one(chart.whole("id"), receivedAtMs, hearing);
            } catch (WireFault fault) {
                hearing.trouble(fault.trouble(""));
            }
        }
    }

    private void one(long number, long receivedAtMs, Hearing hearing) {
        InstrumentId barsOf = barCharts.get(number);
        InstrumentId ticksOf = tickCharts.get(number);
        if (chart.hasArray("bars") && barsOf != null) {
            chart.array("bars", items);
            each(barsOf, hearing, () -> bar(barsOf, receivedAtMs, hearing));
        } else if (chart.hasArray("tks") && ticksOf != null) {
            chart.array("tks", items);
            each(ticksOf, hearing, () -> tick(ticksOf, hearing));
        } else if (!chart.flag("eoh") && !pastTicks.contains(number)) {
            hearing.trouble(StreamTrouble.Code.UNKNOWN_SYMBOL, "chart " + number, "nobody asked for it");
        }
    }

    private void each(InstrumentId instrument, Hearing hearing, Runnable reading) {
        for (int i = 0; i < items.size(); i++) {
            try {
                items.object(i, item);
                reading.run();
            } catch (WireFault fault) {
                hearing.trouble(fault.trouble(instrument.value()));
            }
        }
    }

    private void bar(InstrumentId instrument, long receivedAtMs, Hearing hearing) {
        long openTimeMs = IsoTime.epochMs(item.text("timestamp"));
        if (openTimeMs < 0 || openTimeMs % Bar.INTERVAL_MS != 0) {
            throw WireFault.badValue("no start of a minute: " + item.text("timestamp"));
        }
        long volume = sum(item.notNegativeE8("upVolume"), item.notNegativeE8("downVolume"));
        Bar bar = new Bar(instrument, openTimeMs, item.positiveE8("open"), item.positiveE8("high"),
                item.positiveE8("low"), item.positiveE8("close"), volume,
                item.has("offerVolume") ? item.notNegativeE8("offerVolume") : -1);
        Bar before = lastBar.get(instrument);
        if (before != null && openTimeMs < before.openTimeMs()) {
            hearing.trouble(StreamTrouble.Code.OUT_OF_ORDER, instrument.value(), "bar of " + openTimeMs + " after "
                    + before.openTimeMs());
            return;
        }
        if (before != null && openTimeMs > before.openTimeMs()) {
            hearing.event(new VenueBar(before, receivedAtMs, true));
        }
        lastBar.put(instrument, bar);
        hearing.event(new VenueBar(bar, receivedAtMs, false));
    }

    /** Ticks are numbered in order but with holes, which a trade's number must not have: it is left untold. */
    private void tick(InstrumentId instrument, Hearing hearing) {
        long number = item.whole("id");
        Long before = lastTick.get(instrument);
        if (before != null && number <= before) {
            hearing.trouble(StreamTrouble.Code.OUT_OF_ORDER, instrument.value(), "tick " + number + " after "
                    + before);
            return;
        }
        long distance = item.whole("p");
        long priceE8 = priceE8(instrument, distance);
        boolean takerBought = item.has("a") ? distance >= item.whole("a") : !item.has("b")
                || distance > item.whole("b");
        long timeMs = sum(chart.whole("bt"), item.whole("t"));
        if (timeMs <= 0) {
            throw WireFault.badValue("no time: " + timeMs);
        }
        hearing.event(new Trade(instrument, timeMs, -1, priceE8, item.positiveE8("s"), takerBought));
        lastTick.put(instrument, number);
    }

    /** Prices are whole numbers of ticks. */
    private long priceE8(InstrumentId instrument, long distance) {
        Instrument known = terms.get(instrument);
        long tickE8 = chart.has("ts") ? chart.positiveE8("ts") : known == null ? 0 : known.tickE8();
        try {
            long priceE8 = Math.multiplyExact(sum(chart.whole("bp"), distance), tickE8);
            if (priceE8 > 0) {
                return priceE8;
            }
        } catch (ArithmeticException tooLarge) {
            throw WireFault.badValue("a price that we cannot hold: " + chart.whole("bp") + " and " + distance);
        }
        throw WireFault.badValue("no price above zero: " + chart.whole("bp") + " and " + distance);
    }

    private static long sum(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw WireFault.badValue("too large: " + a + " and " + b);
        }
        return sum;
    }
}
