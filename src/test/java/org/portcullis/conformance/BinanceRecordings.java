package org.portcullis.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Side;
import org.portcullis.market.Bar;
import org.portcullis.market.MarketEvent;
import org.portcullis.market.Quote;
import org.portcullis.market.Trade;
import org.portcullis.market.VenueBar;
import org.portcullis.venue.binance.Futures;
import org.portcullis.venue.binance.RebuiltBook;
import org.portcullis.venue.binance.Recordings;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;

/**
 * Frames that others recorded at Binance USD-M: each read by us and, by another reader, into plain decimals; and the
 * local book against one rebuilt from sorted decimals.
 */
final class BinanceRecordings implements ConformanceSource {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");

    @Override
    public String name() {
        return "Binance USD-M recordings";
    }

    @Override
    public List<ConformanceCheck> checks() {
        return List.of(ConformanceCheck.exactly("30 s of four contracts: what each frame says", this::frames),
                ConformanceCheck.exactly("345 s of BTCUSDT: what each frame says", this::ticks),
                ConformanceCheck.exactly("345 s of BTCUSDT: the local book after each change", this::book));
    }

    private void frames(Tally tally) throws IOException {
        Dialogue dialogue = Futures.dialogue(Futures.USDM, EnumSet.allOf(Channel.class), Futures.contract("SUSHI"),
                Futures.contract("CTK"), Futures.contract("AKRO"), Futures.contract("KEEP"));
        Recordings.frames().forEach(frame -> tally.same(frame, dialogue.hear(frame, 1).events(), theirs(frame)));
    }

    private void ticks(Tally tally) throws IOException {
        Dialogue dialogue = Futures.dialogue(Futures.USDM, EnumSet.allOf(Channel.class), Futures.contract("BTC"));
        Recordings.ticks(frame -> {
            if (frame.startsWith("{\"stream\"")) {
                tally.same(frame, dialogue.hear(frame, 1).events(), theirs(frame));
            } else {
                tally.same(frame, dialogue.snapshot(BTC, frame, 1).troubles(), List.of());
            }
        });
    }

    private void book(Tally tally) throws IOException {
        Dialogue dialogue = Futures.dialogue(Futures.USDM, Set.of(Channel.BOOK), Futures.contract("BTC"));
        RebuiltBook rebuilt = new RebuiltBook();
        Recordings.ticks(frame -> {
            if (!frame.startsWith("{\"stream\"")) {
                dialogue.snapshot(BTC, frame, 1);
                rebuilt.snapshot(frame);
            } else if (frame.contains("\"e\":\"depthUpdate\"")) {
                dialogue.hear(frame, 1);
                rebuilt.change(frame);
                tally.same(frame, differences(dialogue, rebuilt), List.of());
            }
        });
    }

    private static List<String> differences(Dialogue dialogue, RebuiltBook rebuilt) {
        if (dialogue.book(BTC).isEmpty()) {
            return rebuilt.live() ? List.of("we have no book") : List.of();
        }
        List<String> bids = rebuilt.differences(Side.BUY, dialogue.book(BTC).get());
        return bids.isEmpty() ? rebuilt.differences(Side.SELL, dialogue.book(BTC).get()) : bids;
    }

    /** What a frame says, read by Jackson and the platform's decimals. Changes of a book are no event. */
    private static List<MarketEvent> theirs(String frame) {
        try {
            JsonNode event = JSON.readTree(frame).get("data");
            InstrumentId id = new InstrumentId(event.get("s").asText());
            return switch (event.get("e").asText()) {
                case "bookTicker" -> List.of(new Quote(id, event.get("T").asLong(), e8(event, "b"), e8(event, "B"),
                        e8(event, "a"), e8(event, "A")));
                case "aggTrade" -> List.of(trade(id, event, "a"));
                case "trade" -> List.of(trade(id, event, "t"));
                case "kline" -> List.of(bar(id, event.get("k"), event.get("E").asLong()));
                default -> List.of();
            };
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Trade trade(InstrumentId id, JsonNode event, String number) {
        return new Trade(id, event.get("T").asLong(), event.get(number).asLong(), e8(event, "p"), e8(event, "q"),
                !event.get("m").asBoolean());
    }

    private static VenueBar bar(InstrumentId id, JsonNode candle, long timeMs) {
        return new VenueBar(new Bar(id, candle.get("t").asLong(), e8(candle, "o"), e8(candle, "h"), e8(candle, "l"),
                e8(candle, "c"), e8(candle, "v"), e8(candle, "V")), timeMs, candle.get("x").asBoolean());
    }

    private static long e8(JsonNode event, String member) {
        return Recordings.e8(new BigDecimal(event.get(member).asText()));
    }
}
