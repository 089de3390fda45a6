package org.portcullis.market.domain.bars;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.Trade;

/** Bars from trades that a real venue sent, against a plain rollup of the same trades and the venue's own bars. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordedTradesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @DisplayName("S1-02 bars from the recorded trades equal a plain rollup of them, minute by minute")
    void bars_equal_a_plain_rollup_of_the_recorded_trades() throws IOException {
        List<Trade> trades = ticks();
        assertThat(trades).hasSizeGreaterThan(21_000);
        BarBuilder builder = builder(trades.get(0));
        List<Bar> bars = new ArrayList<>();
        for (Trade trade : trades) {
            builder.take(trade);
            bars.addAll(builder.close(trade.timeMs()));
        }
        Map<Long, Bar> plain = Tape.rollup(trades);
        List<Bar> whole = plain.values().stream().skip(1).limit(plain.size() - 2L).toList();
        assertThat(whole).as("minutes that the recording holds wholly").hasSize(4);
        assertThat(bars).isEqualTo(whole);
    }

    @Test
    @DisplayName("S1-02 a bar from the recorded trades is the venue's own, as far as its messages reach")
    void a_bar_from_the_recorded_trades_is_the_venues_own() throws IOException {
        List<JsonNode> messages = new ArrayList<>();
        for (String line : Files.readAllLines(
                ReferenceBars.file("protocol/binance/binance_futures_ws.jsonl"))) {
            messages.add(JSON.readTree(line).path("msg").path("data"));
        }
        int compared = 0;
        for (JsonNode told : messages) {
            if (told.path("e").asText().equals("kline")) {
                compared += compare(told, messages) ? 1 : 0;
            }
        }
        assertThat(compared).as("bars of the venue whose every trade was recorded").isPositive();
    }

    /** Only where every trade that the venue counted in is in the recording: by their numbers. */
    private static boolean compare(JsonNode told, List<JsonNode> messages) {
        JsonNode bar = told.path("k");
        long first = bar.path("f").asLong();
        long last = bar.path("L").asLong();
        List<JsonNode> trades = messages.stream().filter(message -> message.path("e").asText().equals("aggTrade")
                && message.path("s").equals(bar.path("s")) && message.path("f").asLong() >= first
                && message.path("l").asLong() <= last).toList();
        long covered = trades.stream().mapToLong(trade -> trade.path("l").asLong() - trade.path("f").asLong() + 1)
                .sum();
        if (covered == 0 || covered != last - first + 1) {
            return false;
        }
        OpenMinute minute = new OpenMinute();
        trades.forEach(trade -> minute.add(trade(trade, trade.path("a").asLong()), 0));
        Bar ours = minute.bar(new InstrumentId(bar.path("s").asText()), bar.path("t").asLong());
        assertThat(ours).isEqualTo(new Bar(ours.instrument(), ours.openTimeMs(), e8(bar, "o"), e8(bar, "h"),
                e8(bar, "l"), e8(bar, "c"), e8(bar, "v"), e8(bar, "V")));
        return true;
    }

    private static BarBuilder builder(Trade first) {
        BarBuilder builder = new BarBuilder(first.instrument(), first.timeMs() + 60_000, Tape.TERMS, atMs -> true,
                note -> { });
        builder.covered(first.timeMs());
        return builder;
    }

    private static List<Trade> ticks() throws IOException {
        List<Trade> trades = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(
                ReferenceBars.file("ticks/binance-usdm_BTCUSDT_ws_2024-08-08_345s.gz"))), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"e\":\"trade\"") && line.endsWith("}")) {
                    JsonNode message = JSON.readTree(line.substring(line.indexOf('{'))).path("data");
                    trades.add(trade(message, message.path("t").asLong()));
                }
            }
        }
        return trades;
    }

    private static Trade trade(JsonNode message, long id) {
        return new Trade(new InstrumentId(message.path("s").asText()), message.path("T").asLong(), id,
                e8(message, "p"), e8(message, "q"), !message.path("m").asBoolean());
    }

    private static long e8(JsonNode message, String field) {
        return FixedPoint.parse(message.path(field).asText());
    }
}
