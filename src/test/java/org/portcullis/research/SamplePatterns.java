package org.portcullis.research;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarStream;
import org.portcullis.market.ReadBar;
import org.portcullis.market.ScalpFeatures;

/**
 * Patterns made up for tests: every seventh bar, with features that are noise, or of which one tells how the price
 * will move over the next bars.
 */
final class SamplePatterns implements PatternSource {

    private static final int ATR_BARS = 14;
    private static final int EVERY = 7;
    private static final int AHEAD = 15;

    private final boolean foresight;
    private final long seed;

    SamplePatterns(boolean foresight, long seed) {
        this.foresight = foresight;
        this.seed = seed;
    }

    @Override
    public void walk(BarStream stream, Consumer<PatternBar> visitor) {
        List<Bar> bars = new ArrayList<>();
        Map<InstrumentId, Bar> last = new HashMap<>();
        while (stream.hasNext()) {
            if (stream.next() instanceof ReadBar.Good good && sane(good.bar(), last.get(good.bar().instrument()))) {
                bars.add(good.bar());
                last.put(good.bar().instrument(), good.bar());
            }
        }
        Map<InstrumentId, List<Bar>> each = new HashMap<>();
        bars.forEach(bar -> each.computeIfAbsent(bar.instrument(), unseen -> new ArrayList<>()).add(bar));
        Map<InstrumentId, Integer> places = new HashMap<>();
        Map<InstrumentId, Deque<Double>> ranges = new HashMap<>();
        Random random = new Random(seed);
        for (Bar bar : bars) {
            int place = places.merge(bar.instrument(), 1, Integer::sum) - 1;
            Deque<Double> recent = ranges.computeIfAbsent(bar.instrument(), unseen -> new ArrayDeque<>());
            recent.add((double) (bar.highE8() - bar.lowE8()) / FixedPoint.ONE);
            if (recent.size() > ATR_BARS) {
                recent.remove();
            }
            double atr = recent.size() < ATR_BARS ? Double.NaN
                    : recent.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            boolean pattern = place % EVERY == 0 && atr > 0;
            visitor.accept(new PatternBar(bar, atr, pattern ? features(each.get(bar.instrument()), place, atr, random)
                    : null));
        }
    }

    private ScalpFeatures features(List<Bar> bars, int place, double atr, Random random) {
        int direction = random.nextBoolean() ? 1 : -1;
        Bar then = bars.get(Math.min(bars.size() - 1, place + AHEAD));
        double move = direction * (then.closeE8() - bars.get(place).closeE8()) / (double) FixedPoint.ONE / atr;
        double told = foresight ? move + random.nextGaussian() / 2 : random.nextGaussian();
        double missing = random.nextInt(10) == 0 ? Double.NaN : random.nextDouble();
        return new ScalpFeatures(direction, random.nextDouble(), random.nextDouble(), random.nextGaussian(),
                random.nextGaussian(), missing, random.nextDouble(), random.nextInt(4), told, random.nextDouble(),
                random.nextDouble(), random.nextGaussian(), random.nextGaussian());
    }

    /** The generator's bad ticks are left out, as the guard rules would. */
    private static boolean sane(Bar bar, @Nullable Bar before) {
        return bar.lowE8() > 0 && bar.highE8() >= bar.lowE8() && bar.closeE8() >= bar.lowE8()
                && bar.closeE8() <= bar.highE8()
                && (before == null || bar.highE8() < 2 * before.closeE8() && bar.lowE8() > before.closeE8() / 2);
    }
}
