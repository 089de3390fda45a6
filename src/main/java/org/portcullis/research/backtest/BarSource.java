package org.portcullis.research.backtest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarStream;
import org.portcullis.market.ReadBar;
import org.portcullis.research.BacktestPlan;

/** The files of a backtest by instrument, shared out among threads. */
public final class BarSource {

    private static final int ROWS_TOLD = 20;
    /** A row of minutes is seldom shorter. */
    private static final int ROW_BYTES = 48;
    /** Two years of minutes. */
    private static final int ROOM_BARS_MAX = 1 << 20;

    private final Ground ground;
    private final TreeMap<InstrumentId, List<Path>> files = new TreeMap<>();
    private final Consumer<String> told;
    private final Consumer<ReadBar.Refused> refusals = row -> refuse(row.text());
    private long refused;

    /** @param told hears about rows and files that were left out */
    public BarSource(Ground ground, Consumer<String> told) {
        this.ground = ground;
        this.told = told;
        BacktestPlan plan = ground.plan;
        if (!Files.exists(plan.bars())) {
            throw new IllegalArgumentException(plan.bars() + " is not there; give a file or folder of minute bars");
        }
        Map<Optional<InstrumentId>, List<Path>> found = ground.feed().files(plan.bars());
        found.forEach((instrument, paths) -> instrument.ifPresentOrElse(id -> files.put(id, paths),
                () -> paths.forEach(path -> refuse(path + ":1: the name tells none of the instruments in"
                        + " rules/instruments.yaml; file left out"))));
        if (!plan.symbols().isEmpty()) {
            TreeSet<String> missing = new TreeSet<>(plan.symbols());
            files.keySet().forEach(id -> missing.remove(id.value()));
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException("there are no bars of " + String.join(", ", missing) + " in "
                        + plan.bars() + "; there are those of " + files.keySet());
            }
            files.keySet().removeIf(id -> !plan.symbols().contains(id.value()));
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException(plan.bars() + " has no file of bars of a listed instrument; files are"
                    + " named SYMBOL-1m.csv or .csv.gz");
        }
    }

    /** Symbols of which there are bars, in their order. */
    public List<String> symbols() {
        return files.keySet().stream().map(InstrumentId::value).toList();
    }

    /** One stream for each thread, at most one for each instrument; the largest instruments are dealt out first. */
    List<BarStream> shares(int threads) {
        int count = Math.min(threads, files.size());
        List<List<Path>> shares = new ArrayList<>();
        long[] sizes = new long[count];
        for (int i = 0; i < count; i++) {
            shares.add(new ArrayList<>());
        }
        files.values().stream().sorted((a, b) -> Long.compare(size(b), size(a))).forEach(paths -> {
            int smallest = 0;
            for (int i = 1; i < count; i++) {
                smallest = sizes[i] < sizes[smallest] ? i : smallest;
            }
            sizes[smallest] += size(paths);
            shares.get(smallest).addAll(paths);
        });
        return shares.stream().map(paths -> ground.feed().open(paths)).toList();
    }

    /** Instruments, the one with the largest files first. */
    public List<InstrumentId> largestFirst() {
        return files.keySet().stream().sorted(Comparator.<InstrumentId>comparingLong(id -> -size(of(id)))).toList();
    }

    /** How many bars an instrument may have, by the length of its files; to make room for, no more than that. */
    public int roughly(InstrumentId instrument) {
        long bars = size(of(instrument)) / ROW_BYTES;
        return (int) Math.min(bars, ROOM_BARS_MAX);
    }

    /** The bars of one instrument. */
    public BarStream open(InstrumentId instrument) {
        return ground.feed().open(of(instrument));
    }

    private List<Path> of(InstrumentId instrument) {
        return files.getOrDefault(instrument, List.of());
    }

    private static long size(List<Path> paths) {
        return paths.stream().mapToLong(path -> path.toFile().length()).sum();
    }

    /** The next bar of the span, or nothing at the end. */
    public @Nullable Bar next(BarStream stream) {
        Bar bar = stream.nextBar(refusals);
        while (bar != null && bar.openTimeMs() >= ground.plan.toMs()) {
            bar = stream.nextBar(refusals);
        }
        return bar;
    }

    private synchronized void refuse(String text) {
        refused++;
        if (refused <= ROWS_TOLD) {
            told.accept(text);
        }
    }

    /** Rows and files that were left out so far. */
    public synchronized long refused() {
        return refused;
    }
}
