package org.portcullis.venue.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.FundingUpdate;
import org.portcullis.market.Instrument;
import org.portcullis.market.MarketEvent;
import org.portcullis.market.Quote;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.StatusUpdate;
import org.portcullis.market.Trade;
import org.portcullis.market.VenueBar;
import org.portcullis.venue.binance.BinanceLanguage;
import org.portcullis.venue.coinbase.CoinbaseLanguage;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.Heard;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.stream.StreamTrouble;
import org.portcullis.venue.stream.VenueLanguage;
import org.portcullis.venue.tradovate.TradovateLanguage;

/** Frames of each venue, broken in every way a wire or a venue may break them: 20,000 for each language. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@DisplayName("S3-05 broken frames are trouble, never an exception and never a bad price")
class MutatedFramesTest {

    private static final int FRAMES = 20_000;
    private static final String[] PIECES = {"{", "}", "[", "]", ",", ":", "\"", "null", "-1", "0", "1e999", "NaN",
        "\"\"", "\"0\"", "\"-5.5\"", "\\u0000", "{\"a\":1,\"a\":1}", "99999999999999999999999", "true", "\\", "\n",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "1.123456789012", "\u00e9", "\ud83d", "-9223372036854775808"};
    private static final String[] TRADOVATE = {"o", "h", "a[{\"s\":200,\"i\":1}]",
        "a[{\"s\":200,\"i\":2,\"d\":{\"id\":77}},{\"s\":200,\"i\":3,\"d\":{\"historicalId\":11,\"realtimeId\":12}},"
                + "{\"s\":200,\"i\":4,\"d\":{\"historicalId\":20,\"realtimeId\":21}}]",
        "a[{\"e\":\"md\",\"d\":{\"quotes\":[{\"timestamp\":\"2026-11-20T15:00:00.123Z\",\"contractId\":77,\"entries\":"
                + "{\"Bid\":{\"price\":21000.25,\"size\":4},\"Offer\":{\"price\":21000.5,\"size\":2}}}]}}]",
        "a[{\"e\":\"md\",\"d\":{\"doms\":[{\"contractId\":77,\"timestamp\":\"2026-11-20T15:00:00Z\",\"bids\":"
                + "[{\"price\":21000.25,\"size\":4}],\"offers\":[{\"price\":21000.5,\"size\":2}]}]}}]",
        "a[{\"e\":\"chart\",\"d\":{\"charts\":[{\"id\":11,\"bars\":[{\"timestamp\":\"2026-11-20T15:00Z\","
                + "\"open\":21000,"
                + "\"high\":21001.25,\"low\":20999.5,\"close\":21000.75,\"upVolume\":10,\"downVolume\":7}]}]}}]",
        "a[{\"e\":\"chart\",\"d\":{\"charts\":[{\"id\":21,\"bp\":84001,\"bt\":1763650800000,\"ts\":0.25,"
                + "\"tks\":[{\"t\":5,"
                + "\"p\":1,\"s\":3,\"b\":0,\"a\":1,\"id\":501}]}]}}]", "c[3000,\"Go away!\"]"};

    @Test
    void frames_of_binance() throws IOException {
        List<String> frames = new ArrayList<>(Files.readAllLines(ReferenceBars.file(
                "protocol/binance/binance_futures_ws.jsonl")).stream().limit(200)
                .map(line -> line.substring(line.indexOf("\"msg\": ") + 7, line.length() - 1)).toList());
        frames.addAll(files("protocol/binance/fixtures/nautilus/futures/market_data_json", ""));
        frames.add("{\"e\":\"contractInfo\",\"E\":5,\"s\":\"BTCUSDT\",\"ct\":\"PERPETUAL\",\"cs\":\"TRADING\"}");
        List<Instrument> all = List.of(instrument("BTC", "USDT"), instrument("BNB", "USDT"),
                instrument("SUSHI", "USDT"), instrument("CTK", "USDT"), instrument("AKRO", "USDT"),
                instrument("KEEP", "USDT"));
        String book = "{\"lastUpdateId\":155,\"T\":9,\"bids\":[[\"0.0020\",\"10\"]],\"asks\":[[\"0.0026\",\"100\"]]}";
        breakAll(BinanceLanguage.usdm(new ListedFees(2, 5)), all, frames, book);
        breakAll(BinanceLanguage.spot(new ListedFees(10, 10)), all, frames, book);
    }

    @Test
    void frames_of_coinbase() throws IOException {
        breakAll(new CoinbaseLanguage(new ListedFees(40, 60)), List.of(instrument("BTC", "USD")),
                files("protocol/coinbase/fixtures", "ws_"), Files.readString(ReferenceBars.file(
                        "protocol/coinbase/fixtures/http_product_book.json")));
    }

    @Test
    void frames_of_tradovate() {
        Instrument root = instrument("MNQ", "");
        breakAll(new TradovateLanguage(() -> "token", id -> "MNQZ6", root), List.of(root), List.of(TRADOVATE), "{}");
    }

    private static void breakAll(VenueLanguage language, List<Instrument> instruments, List<String> frames,
            String snapshot) {
        long seed = Long.getLong("seed", 20_261_121L);
        Random random = new Random(seed);
        Map<StreamTrouble.Code, Integer> troubles = new EnumMap<>(StreamTrouble.Code.class);
        int[] events = new int[1];
        Supplier<Dialogue> open = () -> language.open(new StreamConnection("test", URI.create("ws://x"),
                instruments.stream().map(Instrument::id).toList(), Set.of(Channel.values())), instruments);
        Dialogue dialogue = open.get();
        for (int i = 0; i < FRAMES; i++) {
            if (i % 40 == 0) {
                dialogue = open.get();
                for (String frame : frames.size() < 20 ? frames : List.<String>of()) {
                    dialogue.hear(frame, 1);
                }
            }
            String frame = broken(frames.get(random.nextInt(frames.size())), random);
            check(frame, dialogue.hear(frame, 1), troubles, events, seed);
            if (i % 10 == 0) {
                String book = i % 20 == 0 ? snapshot : broken(snapshot, random);
                check(book, dialogue.snapshot(instruments.get(0).id(), book, 1), troubles, events, seed);
            }
        }
        assertThat(events[0]).as("some frames survive").isGreaterThan(100);
        assertThat(troubles).containsKeys(StreamTrouble.Code.UNREADABLE_FRAME, StreamTrouble.Code.BAD_VALUE);
    }

    private static void check(String frame, Heard heard, Map<StreamTrouble.Code, Integer> troubles, int[] events,
            long seed) {
        for (MarketEvent event : heard.events()) {
            events[0]++;
            assertThat(lowestPrice(event)).as("seed %d: %s", seed, frame).isPositive();
            assertThat(event.timeMs()).as("seed %d: %s", seed, frame).isNotNegative();
        }
        heard.troubles().forEach(trouble -> {
            troubles.merge(trouble.code(), 1, Integer::sum);
            assertThat(trouble.text() + trouble.about()).as("seed %d: %s", seed, frame)
                    .matches("[\\x20-\\x7e]*").hasSizeLessThan(401);
        });
    }

    private static long lowestPrice(MarketEvent event) {
        if (event instanceof Trade trade) {
            return Math.min(trade.priceE8(), trade.quantityE8());
        } else if (event instanceof Quote quote) {
            return Math.min(quote.bidE8(), quote.askE8());
        } else if (event instanceof VenueBar venueBar) {
            Bar bar = venueBar.bar();
            return Math.min(Math.min(bar.openE8(), bar.highE8()), Math.min(bar.lowE8(), bar.closeE8()));
        } else if (event instanceof FundingUpdate funding) {
            return funding.markE8();
        }
        return event instanceof StatusUpdate ? 1 : 0;
    }

    /** One to three places cut out, doubled, swapped for something else, or cut off. */
    private static String broken(String frame, Random random) {
        StringBuilder text = new StringBuilder(frame);
        for (int wounds = random.nextInt(4); wounds > 0 && text.length() > 2; wounds--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(8));
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 3 -> text.replace(at, end, PIECES[random.nextInt(PIECES.length)]);
                case 4 -> text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 65_536));
                default -> digit(text, at, random);
            }
            if (random.nextInt(12) == 0) {
                text.setLength(random.nextInt(text.length() + 1));
            }
        }
        return text.toString();
    }

    private static void digit(StringBuilder text, int from, Random random) {
        for (int at = from; at < text.length(); at++) {
            if (Character.isDigit(text.charAt(at))) {
                text.setCharAt(at, "0123456789-.eE".charAt(random.nextInt(14)));
                return;
            }
        }
    }

    private static List<String> files(String folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(ReferenceBars.file(folder))) {
            List<String> frames = new ArrayList<>();
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith(prefix)).sorted().toList()) {
                frames.add(Files.readString(file, StandardCharsets.UTF_8));
            }
            return frames;
        }
    }

    private static Instrument instrument(String base, String quote) {
        return new Instrument(new InstrumentId(base + quote), "test", base, quote.isEmpty() ? "USD" : quote, 1, 1, 1,
                0, FixedPoint.ONE, 0, 0);
    }
}
