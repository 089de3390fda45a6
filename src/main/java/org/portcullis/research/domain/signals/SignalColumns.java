package org.portcullis.research.domain.signals;

import java.util.Arrays;
import org.portcullis.market.Regime;

/**
 * Proposals of one instrument in the order of its bars, and what came after them, number by number in columns: as
 * objects tens of thousands would be moved about whenever memory is cleared, and lie far apart when groups are
 * reckoned. Filled by one thread.
 */
public final class SignalColumns {

    private static final int FIRST = 1_024;
    private static final int ENTRY = 1;
    private static final int UP = 2;
    private static final Regime[] REGIMES = Regime.values();

    /** By horizon. */
    private final double[][] moves;
    private double[] favourable = new double[FIRST];
    private double[] adverse = new double[FIRST];
    private double[] confidence = new double[FIRST];
    private String[] strategies = new String[FIRST];
    private String[] rules = new String[FIRST];
    private byte[] hours = new byte[FIRST];
    private byte[] regimes = new byte[FIRST];
    private byte[] endings = new byte[FIRST];
    private byte[] kinds = new byte[FIRST];
    private int size;

    SignalColumns(Horizons horizons) {
        this.moves = new double[horizons.count()][FIRST];
    }

    void add(Signal signal) {
        if (size == kinds.length) {
            grow();
        }
        Wish wish = signal.wish();
        for (int i = 0; i < moves.length; i++) {
            moves[i][size] = signal.moves()[i];
        }
        favourable[size] = signal.favourable();
        adverse[size] = signal.adverse();
        confidence[size] = wish.confidence();
        strategies[size] = wish.strategy();
        rules[size] = wish.rule();
        hours[size] = (byte) wish.hour();
        regimes[size] = (byte) wish.regime().ordinal();
        endings[size] = (byte) signal.ending().ordinal();
        kinds[size] = (byte) ((wish.entry() ? ENTRY : 0) | (wish.up() ? UP : 0));
        size++;
    }

    private void grow() {
        int length = 2 * size;
        for (int i = 0; i < moves.length; i++) {
            moves[i] = Arrays.copyOf(moves[i], length);
        }
        favourable = Arrays.copyOf(favourable, length);
        adverse = Arrays.copyOf(adverse, length);
        confidence = Arrays.copyOf(confidence, length);
        strategies = Arrays.copyOf(strategies, length);
        rules = Arrays.copyOf(rules, length);
        hours = Arrays.copyOf(hours, length);
        regimes = Arrays.copyOf(regimes, length);
        endings = Arrays.copyOf(endings, length);
        kinds = Arrays.copyOf(kinds, length);
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Moves over one of the horizons in the first places, see {@link Signal#moves}; not to be changed. */
    double[] moves(int horizon) {
        return moves[horizon];
    }

    /** See {@link Signal#favourable}; in the first places, not to be changed. */
    double[] favourable() {
        return favourable;
    }

    /** See {@link Signal#adverse}; in the first places, not to be changed. */
    double[] adverse() {
        return adverse;
    }

    /** See {@link Wish#confidence}; in the first places, not to be changed. */
    double[] confidence() {
        return confidence;
    }

    /** Who proposed. */
    String strategy(int index) {
        return strategies[index];
    }

    /** The rule that formed it. */
    String rule(int index) {
        return rules[index];
    }

    /** See {@link Wish#hour}. */
    int hour(int index) {
        return hours[index];
    }

    /** What kind of market it was. */
    Regime regime(int index) {
        return REGIMES[regimes[index]];
    }

    /** Which of its prices came first: ordinal of an {@link Ending}. */
    int ending(int index) {
        return endings[index];
    }

    /** Whether it opens risk; it closes otherwise. */
    boolean entry(int index) {
        return (kinds[index] & ENTRY) != 0;
    }

    /** Whether a rising price is what it hopes for. */
    boolean up(int index) {
        return (kinds[index] & UP) != 0;
    }
}
