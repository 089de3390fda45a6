package org.portcullis.research.domain.signals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reckons the figures of groups of proposals. Each column is gone through once and its numbers are laid out by group in
 * one room, for numbers that lie beside each other are summed and put into order in a fraction of the time. One thread.
 */
final class FigureTable {

    private static final double TENTH = 0.1;
    private static final double HALF = 0.5;

    /** Tells the groups apart. */
    interface Grouping {

        /** Number of the proposal's group, counted from 0; negative for one that belongs to none. */
        int group(SignalColumns of, int index);
    }

    /** The numbers of one column that lie in one cell. */
    private static final class Sums {
        private int count;
        private double sum;
        private double squares;
        private int right;
        private double usual;
        private double usualRight;
        /** Of the instrument at hand, those that hope for a rising price and for a falling one. */
        private int ups;
        private int downs;
    }

    private final Horizons horizons;
    private final List<SignalColumns> series;
    private final List<Baseline> usual;
    /** By instrument and proposal: twice its group, one more for those that close; -1 for none. */
    private final int[][] cells;
    /** By cell: where its numbers begin, and after the last one where they end. */
    private final int[] starts;
    private final double[] room;
    private final long[] longs;
    private final long[][] endings;
    private Sums[] sums = new Sums[0];

    /**
     * @param series   proposals by instrument, in the order of their symbols
     * @param usual    what came after all bars of each
     * @param groups   so many groups there are at least
     * @param grouping is asked once for each proposal, in their order
     */
    FigureTable(Horizons horizons, List<SignalColumns> series, List<Baseline> usual, int groups, Grouping grouping) {
        this.horizons = horizons;
        this.series = series;
        this.usual = usual;
        this.cells = new int[series.size()][];
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
        this.starts = new int[endings.length + 1];
        for (int i = 0; i < cells.length; i++) {
            for (int at = 0; at < cells[i].length; at++) {
                count(series.get(i), at, cells[i][at]);
            }
        }
        for (int cell = 1; cell < starts.length; cell++) {
            starts[cell] += starts[cell - 1];
        }
        this.room = new double[starts[endings.length]];
    }

    private static int cell(SignalColumns columns, int at, Grouping grouping) {
        int group = grouping.group(columns, at);
        return group < 0 ? -1 : 2 * group + (columns.entry(at) ? 0 : 1);
    }

    private void count(SignalColumns columns, int at, int cell) {
        if (cell >= 0) {
            starts[cell + 1]++;
            longs[cell / 2] += columns.entry(at) && columns.up(at) ? 1 : 0;
            endings[cell][columns.ending(at)]++;
        }
    }

    /** The figures of a group without proposals. */
    static SignalFigures nothing(Horizons horizons) {
        return new FigureTable(horizons, List.of(), List.of(), 1, (of, index) -> -1).figures().get(0);
    }

    /** The figures of each group, the empty ones too. */
    List<SignalFigures> figures() {
        List<List<Moves>> moves = new ArrayList<>();
        for (int cell = 0; cell < endings.length; cell++) {
            moves.add(new ArrayList<>());
        }
        for (int i = 0; i < horizons.count(); i++) {
            int horizon = i;
            lay(i, columns -> columns.moves(horizon));
            for (int cell = 0; cell < endings.length; cell++) {
                moves.get(cell).add(moves(horizons.bars(i), cell));
            }
        }
        double[] best = means(SignalColumns::favourable);
        double[] bestMedians = medians();
        double[] worst = means(SignalColumns::adverse);
        double[] worstMedians = medians();
        lay(-1, SignalColumns::confidence);
        List<SignalFigures> figures = new ArrayList<>();
        List<SignalFigures.After> after = new ArrayList<>();
        for (int cell = 0; cell < endings.length; cell++) {
            after.add(new SignalFigures.After(moves.get(cell), best[cell], bestMedians[cell], worst[cell],
                    worstMedians[cell], Arrays.stream(endings[cell]).boxed().toList()));
        }
        for (int group = 0; group < longs.length; group++) {
            int opened = 2 * group;
            figures.add(new SignalFigures(longs[group], held(opened) - longs[group], held(opened + 1),
                    spread(starts[opened], held(opened) + held(opened + 1)), after.get(opened),
                    after.get(opened + 1)));
        }
        return figures;
    }

    private int held(int cell) {
        return starts[cell + 1] - starts[cell];
    }

    private Moves moves(int bars, int cell) {
        Sums of = sums[cell];
        int count = of.count;
        return new Moves(bars, count, held(cell) - count, of.sum / count, median(cell), (double) of.right / count,
                Moves.error(count, of.sum, of.squares), of.usual / count, of.usualRight / count);
    }

    private double[] means(Function<SignalColumns, double[]> column) {
        lay(-1, column);
        return Arrays.stream(sums).mapToDouble(of -> of.sum / of.count).toArray();
    }

    private double[] medians() {
        double[] medians = new double[sums.length];
        Arrays.setAll(medians, this::median);
        return medians;
    }

    private double median(int cell) {
        return Quantile.of(room, starts[cell], sums[cell].count, HALF);
    }

    /** Every proposal has a confidence, so those of both cells of a group lie side by side. */
    private SignalFigures.Spread spread(int from, int count) {
        return new SignalFigures.Spread(Quantile.of(room, from, count, TENTH), Quantile.of(room, from, count, HALF),
                Quantile.of(room, from, count, 1 - TENTH));
    }

    /**
     * Lays out the numbers of a column by cell and sums them up.
     *
     * @param horizon whose usual moves are summed up beside them; negative for none
     */
    private void lay(int horizon, Function<SignalColumns, double[]> column) {
        sums = new Sums[endings.length];
        Arrays.setAll(sums, cell -> new Sums());
        for (int i = 0; i < cells.length; i++) {
            lay(cells[i], column.apply(series.get(i)), series.get(i));
            if (horizon >= 0) {
                end(usual.get(i).over(horizon));
            }
        }
    }

    private void lay(int[] cellOf, double[] numbers, SignalColumns columns) {
        for (int at = 0; at < cellOf.length; at++) {
            if (cellOf[at] >= 0) {
                lay(cellOf[at], numbers[at], columns.up(at));
            }
        }
    }

    /** What is not finished is no number and left out. */
    private void lay(int cell, double number, boolean up) {
        if (Double.isNaN(number)) {
            return;
        }
        Sums of = sums[cell];
        room[starts[cell] + of.count++] = number;
        of.sum += number;
        of.squares += number * number;
        of.right += number > 0 ? 1 : 0;
        of.ups += up ? 1 : 0;
        of.downs += up ? 0 : 1;
    }

    /** All of one instrument were laid out, and this is what every bar of it did. */
    private void end(UsualMove all) {
        for (Sums of : sums) {
            if (of.ups > 0) {
                of.usual += of.ups * all.mean(true);
                of.usualRight += of.ups * all.shareRight(true);
            }
            if (of.downs > 0) {
                of.usual += of.downs * all.mean(false);
                of.usualRight += of.downs * all.shareRight(false);
            }
            of.ups = 0;
            of.downs = 0;
        }
    }
}
