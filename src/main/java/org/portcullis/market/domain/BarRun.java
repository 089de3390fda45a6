package org.portcullis.market.domain;

import org.jspecify.annotations.Nullable;
import org.portcullis.market.Bar;
import org.portcullis.market.Features;
import org.portcullis.market.ReadingsSeen;
import org.portcullis.market.Structure;

/**
 * Some believed bars of one instrument that follow each other, and what is known of them so far. Each step of the walk
 * is taken for all of them before the next one: the processor goes through many small loops in less time than through
 * one that does everything. Used by one thread.
 */
public final class BarRun {

    /** Most bars of a run: so many, with all that is told of them, stay in the near memory of the processor. */
    public static final int MOST = 64;

    private final Bar[] bars = new Bar[MOST];
    private final BarNumbers[] numbers = new BarNumbers[MOST];
    private final FeatureNumbers[] features = new FeatureNumbers[MOST];
    private final Structure[] structures = new Structure[MOST];
    private final ReadingsSeen[] readings = new ReadingsSeen[MOST];
    private int size;

    public BarRun() {
        for (int i = 0; i < MOST; i++) {
            numbers[i] = new BarNumbers();
            features[i] = new FeatureNumbers();
        }
    }

    /** Forgets its bars. */
    public void clear() {
        size = 0;
    }

    /** How many bars it has. */
    public int size() {
        return size;
    }

    /** Whether there is no room for another one. */
    public boolean full() {
        return size == MOST;
    }

    /** The numbers of a bar that may be the next one; there is room for it. */
    public BarNumbers look(Bar bar) {
        BarNumbers next = numbers[size];
        next.take(bar);
        return next;
    }

    /** Adds the bar that was looked at last, a believed one, to the run and to the series of its lane. */
    public void add(Bar bar, Lane lane) {
        lane.take(bar, numbers[size], features[size]);
        bars[size++] = bar;
    }

    /** One of the bars. */
    public Bar bar(int index) {
        return bars[index];
    }

    /** The numbers of one of the bars. */
    public BarNumbers numbers(int index) {
        return numbers[index];
    }

    /** Whether the series was too short for features at one of the bars. */
    public boolean warming(int index) {
        return features[index].bars == 0;
    }

    /** The features at one of the bars, made now; nothing while the series was too short. */
    public @Nullable Features features(int index) {
        return features[index].of(bars[index], numbers[index]);
    }

    /** What price structure says to one of the bars. */
    public Structure structure(int index) {
        return structures[index];
    }

    /** What declared indicators say to one of the bars. */
    public ReadingsSeen readings(int index) {
        return readings[index];
    }

    /** Tells what structure and declared indicators say to one of the bars. */
    void told(int index, Structure structure, ReadingsSeen seen) {
        structures[index] = structure;
        readings[index] = seen;
    }
}
