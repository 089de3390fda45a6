package org.portcullis.bench;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.venue.binance.BinanceLanguage;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.Dialogue;
import org.portcullis.venue.stream.StreamConnection;
import org.portcullis.venue.wire.ListedFees;

/** One frame of Binance USD-M from its text to our words: what a stream costs before anybody looks at it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class WireBenchmark {

    private static final int FRAMES = 1_024;
    private static final Instrument BTC = new Instrument(new InstrumentId("BTCUSDT"), "binance-usdm", "BTC", "USDT",
            10_000_000, 100_000, 100_000, 10_000_000_000L, FixedPoint.ONE, 2, 5);

    private final String[] quotes = new String[FRAMES];
    private final String[] trades = new String[FRAMES];
    private final String[] changes = new String[FRAMES];

    /** Frames as the venue writes them: numbers, prices and quantities of the same lengths. */
    @Setup
    public void open() {
        for (int i = 0; i < FRAMES; i++) {
            long number = 5_123_107_839_020L + 40L * i;
            long time = 1_723_161_256_313L + i;
            String price = (61_700 + i % 200) + "." + i % 10 + "0";
            quotes[i] = "{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"e\":\"bookTicker\",\"u\":" + number
                    + ",\"s\":\"BTCUSDT\",\"b\":\"" + price + "\",\"B\":\"2.507\",\"a\":\"61900.30\",\"A\":\"2."
                    + (100 + i % 900) + "\",\"T\":" + time + ",\"E\":" + time + "}}";
            trades[i] = "{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"E\":" + time
                    + ",\"a\":" + (3_001_234_567L + i) + ",\"s\":\"BTCUSDT\",\"p\":\"" + price + "\",\"q\":\"0."
                    + (100 + i % 900) + "\",\"f\":" + (5_266_583_935L + i) + ",\"l\":" + (5_266_583_936L + i)
                    + ",\"T\":" + time + ",\"m\":" + (i % 2 == 0) + "}}";
            changes[i] = "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":" + time + ",\"T\":"
                    + time + ",\"s\":\"BTCUSDT\",\"U\":" + (number - 30) + ",\"u\":" + number + ",\"pu\":"
                    + (number - 40) + ",\"b\":[" + levels(i, 61_500) + "],\"a\":[" + levels(i, 61_910)
                    + "]}}";
        }
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int bookTicker() {
        return heard(quotes, false);
    }

    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int aggTrade() {
        return heard(trades, false);
    }

    /** 40 changes of a book each, applied to it. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int depthDiff() {
        return heard(changes, true);
    }

    private static int heard(String[] frames, boolean book) {
        Dialogue dialogue = BinanceLanguage.usdm(new ListedFees(2, 5)).open(new StreamConnection("bench",
                URI.create("ws://localhost"), List.of(BTC.id()), Set.of(Channel.values())), List.of(BTC));
        if (book) {
            dialogue.snapshot(BTC.id(), "{\"lastUpdateId\":5123107838980,\"bids\":[[\"61400.00\",\"1\"]],\"asks\":"
                    + "[[\"62000.00\",\"1\"]]}", 1);
        }
        int events = 0;
        for (String frame : frames) {
            events += dialogue.hear(frame, 1).events().size();
        }
        boolean all = book ? dialogue.book(BTC.id()).isPresent() : events == frames.length;
        if (!all) {
            throw new IllegalStateException("frames were not understood: " + events);
        }
        return events;
    }

    private static String levels(int frame, int from) {
        StringBuilder levels = new StringBuilder();
        for (int level = 0; level < 20; level++) {
            levels.append(level == 0 ? "" : ",").append("[\"").append(from + (frame * 7 + level * 13) % 300)
                    .append('.').append(level % 10).append("0\",\"").append((frame + level) % 4 == 0 ? "0.000"
                            : "0." + (100 + level)).append("\"]");
        }
        return levels.toString();
    }
}
