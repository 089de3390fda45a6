package org.portcullis.venue.binance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.portcullis.market.ReferenceBars;

/** What others recorded at Binance USD-M. */
public final class Recordings {

    private static final String TICKS = "ticks/binance-usdm_BTCUSDT_ws_2024-08-08_345s.gz";
    private static final String FRAMES = "protocol/binance/binance_futures_ws.jsonl";

    private Recordings() {
    }

    /** 1,535 frames of four contracts, without what the recorder wrote around them. */
    public static List<String> frames() throws IOException {
        return Files.readAllLines(ReferenceBars.file(FRAMES)).stream()
                .map(line -> line.substring(line.indexOf("\"msg\": ") + 7, line.length() - 1)).toList();
    }

    /** 345 s of BTCUSDT: frames, and one snapshot of the book among them. */
    public static void ticks(Consumer<String> each) throws IOException {
        Path file = ReferenceBars.file(TICKS);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> each.accept(line.substring(line.indexOf(' ') + 1)));
        }
    }

    /** A plain decimal in our units, by the platform's arithmetic. */
    public static long e8(BigDecimal decimal) {
        return decimal.movePointRight(8).longValueExact();
    }
}
