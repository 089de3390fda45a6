package org.portcullis.research.domain.signals;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The numbers of one column of proposals at a time, laid out by cell in one room and summed up: numbers that lie beside
 * each other are put into order in a fraction of the time. One thread.
 */
final class CellLayout {

    private static final double HALF = 0.5;

    /** What the numbers of one cell come to. */
    static final class Sums {
        int count;
        double sum;
        double squares;
        /** Those above zero. */
        int right;
        /** What all bars did in the same directions. */
        double usual;
        double usualRight;
        /** Of the instrument at hand, those that hope for a rising price and for a falling one. */
        private int ups;
        private int downs;
    }

    private final List<SignalColumns> series;
    private final int[][] cells;
    /** By cell: where its numbers begin, and after the last one where they end. */
    private final int[] starts;
    private final double[] room;
    private Sums[] sums = new Sums[0];

    /**
     * @param series proposals by instrument
     * @param cells  by instrument and proposal; -1 for none
     * @param count  how many cells there are
     */
    CellLayout(List<SignalColumns> series, int[][] cells, int count) {
        this.series = series;
        this.cells = cells;
        this.starts = new int[count + 1];
        for (int[] each : cells) {
            for (int cell : each) {
                count(cell);
            }
        }
        Arrays.setAll(starts, cell -> cell == 0 ? 0 : starts[cell] + starts[cell - 1]);
        this.room = new double[starts[count]];
    }

    private void count(int cell) {
        if (cell >= 0) {
            starts[cell + 1]++;
        }
    }

    /** Proposals of a cell, those without a number too. */
    int held(int cell) {
        return starts[cell + 1] - starts[cell];
    }

    /** Lays out a column in place of the one before; what is no number is left out. */
    void lay(Function<SignalColumns, double[]> column) {
        begin();
        for (int i = 0; i < cells.length; i++) {
            lay(cells[i], column.apply(series.get(i)), series.get(i));
        }
    }

    /** The same of the moves over one horizon, with what all bars of each instrument did. */
    void lay(int horizon, List<Baseline> usual) {
        begin();
        for (int i = 0; i < cells.length; i++) {
            lay(cells[i], series.get(i).moves(horizon), series.get(i));
            end(usual.get(i).over(horizon));
        }
    }

    /** What a cell of the column at hand comes to. */
    Sums sums(int cell) {
        return sums[cell];
    }

    /** Median of a cell of the column at hand; NaN of none. */
    double median(int cell) {
        return Quantile.of(room, starts[cell], sums[cell].count, HALF);
    }

    /** A quantile of several cells of the column at hand, which has a number for every proposal; NaN of none. */
    double quantile(int first, int behind, double share) {
        return Quantile.of(room, starts[first], starts[behind] - starts[first], share);
    }

    private void begin() {
        sums = new Sums[starts.length - 1];
        Arrays.setAll(sums, cell -> new Sums());
    }

    private void lay(int[] cellOf, double[] numbers, SignalColumns columns) {
        for (int at = 0; at < cellOf.length; at++) {
            if (cellOf[at] >= 0) {
                lay(cellOf[at], numbers[at], columns.up(at));
            }
        }
    }

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
