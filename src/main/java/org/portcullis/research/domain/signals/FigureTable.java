package org.portcullis.research.domain.signals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reckons the figures of groups of proposals, each column for all groups at once. One thread. */
final class FigureTable {

    private static final double TENTH = 0.1;
    private static final double HALF = 0.5;

    /** Tells the groups apart. */
    interface Grouping {

        /** Number of the proposal's group, counted from 0; negative for one that belongs to none. */
        int group(SignalColumns of, int index);
    }

    private final Horizons horizons;
    private final List<Baseline> usual;
    /** Two for each group: those that open, then those that close. */
    private final CellLayout layout;
    private final long[] longs;
    private final long[][] endings;

    /**
     * @param series   proposals by instrument, in the order of their symbols
     * @param usual    what came after all bars of each
     * @param groups   so many groups there are at least
     * @param grouping is asked once for each proposal, in their order
     */
    FigureTable(Horizons horizons, List<SignalColumns> series, List<Baseline> usual, int groups, Grouping grouping) {
        this.horizons = horizons;
        this.usual = usual;
        int[][] cells = new int[series.size()][];
        int most = 2 * groups;
        for (int i = 0; i < cells.length; i++) {
            SignalColumns columns = series.get(i);
            cells[i] = new int[columns.size()];
            for (int at = 0; at < columns.size(); at++) {
                cells[i][at] = cell(columns, at, grouping);
                most = Math.max(most, cells[i][at] + 1);
            }
        }
        this.longs = new long[(most + 1) / 2];
        this.endings = new long[2 * longs.length][Ending.values().length];
        this.layout = new CellLayout(series, cells, endings.length);
        for (int i = 0; i < cells.length; i++) {
            for (int at = 0; at < cells[i].length; at++) {
                count(series.get(i), at, cells[i][at]);
            }
        }
    }

    private static int cell(SignalColumns columns, int at, Grouping grouping) {
        int group = grouping.group(columns, at);
        return group < 0 ? -1 : 2 * group + (columns.entry(at) ? 0 : 1);
    }

    private void count(SignalColumns columns, int at, int cell) {
        if (cell >= 0) {
            longs[cell / 2] += columns.entry(at) && columns.up(at) ? 1 : 0;
            endings[cell][columns.ending(at)]++;
        }
    }

    /** The figures of each group, the empty ones too. */
    List<SignalFigures> figures() {
        List<SignalFigures.After> after = after();
        layout.lay(SignalColumns::confidence);
        return IntStream.range(0, longs.length).mapToObj(group -> {
            int opened = 2 * group;
            int closed = opened + 1;
            return new SignalFigures(longs[group], layout.held(opened) - longs[group], layout.held(closed),
                    spread(opened, closed + 1), after.get(opened), after.get(closed));
        }).toList();
    }

    private List<SignalFigures.After> after() {
        List<List<Moves>> moves = new ArrayList<>();
        for (int i = 0; i < horizons.count(); i++) {
            int bars = horizons.bars(i);
            layout.lay(i, usual);
            moves.add(cells().mapToObj(cell -> moves(bars, cell)).toList());
        }
        double[] best = means(SignalColumns::favourable);
        double[] bestMedians = cells().mapToDouble(layout::median).toArray();
        double[] worst = means(SignalColumns::adverse);
        double[] worstMedians = cells().mapToDouble(layout::median).toArray();
        return cells().mapToObj(cell -> new SignalFigures.After(
                moves.stream().map(horizon -> horizon.get(cell)).toList(), best[cell], bestMedians[cell],
                worst[cell], worstMedians[cell], Arrays.stream(endings[cell]).boxed().toList())).toList();
    }

    private IntStream cells() {
        return IntStream.range(0, endings.length);
    }

    private Moves moves(int bars, int cell) {
        CellLayout.Sums of = layout.sums(cell);
        int count = of.count;
        return new Moves(bars, count, layout.held(cell) - count, of.sum / count, layout.median(cell),
                (double) of.right / count, Moves.error(count, of.sum, of.squares), of.usual / count,
                of.usualRight / count);
    }

    private double[] means(Function<SignalColumns, double[]> column) {
        layout.lay(column);
        return cells().mapToDouble(cell -> layout.sums(cell).sum / layout.sums(cell).count).toArray();
    }

    private SignalFigures.Spread spread(int first, int behind) {
        return new SignalFigures.Spread(layout.quantile(first, behind, TENTH), layout.quantile(first, behind, HALF),
                layout.quantile(first, behind, 1 - TENTH));
    }
}
