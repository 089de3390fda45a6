package org.portcullis.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.market.ReferenceBars;

/** The 24,424 quarter hours of EURUSD that the library's own tests run on, as columns. */
final class SmcBars {

    private static final String FOLDER = "smc/joshyattridge/EURUSD/";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm:ss");

    private static @Nullable SmcBars once;

    final int size;
    final long[] minutes;
    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    final double[] volume;

    private SmcBars(List<String> lines) {
        size = lines.size();
        minutes = new long[size];
        open = column(lines, 1);
        high = column(lines, 2);
        low = column(lines, 3);
        close = column(lines, 4);
        volume = column(lines, 6);
        for (int i = 0; i < size; i++) {
            minutes[i] = LocalDateTime.parse(lines.get(i).split(",")[0], TIME).toEpochSecond(ZoneOffset.UTC) / 60;
        }
    }

    static SmcBars read() throws IOException {
        SmcBars bars = once == null ? new SmcBars(lines("EURUSD_15M.csv")) : once;
        once = bars;
        return bars;
    }

    /** The rows of an expected result, without the header. */
    static List<String> lines(String file) throws IOException {
        List<String> lines = Files.readAllLines(ReferenceBars.file(FOLDER + file));
        return lines.subList(1, lines.size());
    }

    private static double[] column(List<String> lines, int column) {
        return lines.stream().mapToDouble(line -> Double.parseDouble(line.split(",")[column])).toArray();
    }
}
