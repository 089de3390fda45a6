package org.portcullis.research.adapter.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.research.domain.signals.Ending;
import org.portcullis.research.domain.signals.Horizons;
import org.portcullis.research.domain.signals.Scanned;
import org.portcullis.research.domain.signals.Signal;
import org.portcullis.research.domain.signals.SignalSeries;
import org.portcullis.research.domain.signals.Wish;

/** {@code signals.csv}: a line for each proposal, by time, then by symbol. */
final class SignalLines {

    private static final int MILLIONTHS = 6;
    private static final long MILLION = 1_000_000;

    /** A proposal with the symbol it was made on. */
    private record Line(String symbol, Signal signal) {
    }

    private final Scanned found;
    private final OutputStream out;
    private final StringBuilder text = new StringBuilder();

    SignalLines(Scanned found, OutputStream out) {
        this.found = found;
        this.out = out;
    }

    void write() throws IOException {
        text.append("time,time_ms,symbol,strategy,rule,kind,side,price,stop,target,score,regime");
        Horizons horizons = found.terms().horizons();
        horizons.all().forEach(bars -> text.append(",move_pct_").append(bars));
        text.append(",favourable_pct,adverse_pct,outcome,proposal_id\n");
        List<Line> lines = new ArrayList<>();
        for (SignalSeries series : found.series()) {
            series.signals().forEach(signal -> lines.add(new Line(series.symbol(), signal)));
        }
        // symbols stand in their order already, and the sort keeps it
        lines.sort(Comparator.comparingLong(line -> line.signal().wish().decidedMs()));
        for (Line line : lines) {
            add(line);
            flush(1 << 15);
        }
        flush(0);
    }

    private void add(Line line) {
        Signal signal = line.signal();
        Wish wish = signal.wish();
        text.append(Instant.ofEpochMilli(wish.decidedMs())).append(',').append(wish.decidedMs()).append(',')
                .append(line.symbol()).append(',').append(wish.strategy()).append(',').append(quoted(wish.rule()))
                .append(',').append(wish.kind()).append(',').append(wish.side()).append(',')
                .append(FixedPoint.format(wish.priceE8())).append(',');
        price(wish.stopE8());
        price(wish.targetE8());
        decimal(wish.confidence());
        text.append(wish.regime()).append(',');
        for (double move : signal.moves()) {
            decimal(move);
        }
        decimal(signal.favourable());
        decimal(signal.adverse());
        text.append(signal.ending() == Ending.NONE ? "" : signal.ending().name().toLowerCase(Locale.ROOT)).append(',')
                .append(wish.id()).append('\n');
    }

    private void price(long e8) {
        if (e8 > 0) {
            text.append(FixedPoint.format(e8));
        }
        text.append(',');
    }

    /** To six decimals; nothing where there is no number. */
    private void decimal(double value) {
        if (!Double.isNaN(value)) {
            long millionths = Math.round(value * MILLION);
            long rest = Math.abs(millionths % MILLION);
            text.append(millionths < 0 ? "-" : "").append(Math.abs(millionths / MILLION)).append('.');
            String digits = Long.toString(rest);
            text.append("0".repeat(MILLIONTHS - digits.length())).append(digits);
        }
        text.append(',');
    }

    private static String quoted(String text) {
        return text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0 ? text
                : '"' + text.replace("\"", "\"\"") + '"';
    }

    private void flush(int from) throws IOException {
        if (text.length() >= from) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }
}
