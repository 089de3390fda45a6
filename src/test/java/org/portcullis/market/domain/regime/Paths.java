package org.portcullis.market.domain.regime;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.market.RegimeJudge;
import org.portcullis.market.RegimeSettings;
import org.portcullis.market.RegimeView;
import org.portcullis.market.domain.Draw;

/** Generated prices whose regime is known, and walks over them under the shipped limits. */
public final class Paths {

    public static final long SEED = Long.getLong("seed", 20_261_121L);
    /** A Monday, midnight UTC. */
    static final long START_MS = 1_767_571_200_000L;

    private static final RegimeSettings SHIPPED = RegimeSettings.from(
            PolicyBook.open(Path.of("rules", "policy.yaml"), null).current());

    /** One bar. */
    public record Step(double high, double low, double close) {
    }

    private Paths() {
    }

    /** The settings of {@code rules/policy.yaml}. */
    public static RegimeSettings shipped() {
        return SHIPPED;
    }

    /** A line that moves by {@code drift} a bar, and a price that noise of up to {@code noise} throws off it. */
    public static List<Step> around(long seed, int bars, double drift, double noise) {
        Draw draw = new Draw(seed);
        List<Step> path = new ArrayList<>();
        double line = 100;
        for (int i = 0; i < bars; i++) {
            line *= 1 + drift;
            double close = line * (1 + noise * (2 * draw.uniform() - 1));
            path.add(new Step(close * (1 + noise * draw.uniform() / 2), close * (1 - noise * draw.uniform() / 2),
                    close));
        }
        return path;
    }

    /** What is said at each bar. */
    public static List<RegimeView> walk(List<Step> path, RegimeJudge judge) {
        RegimeWalk walk = new RegimeWalk(SHIPPED, judge);
        List<RegimeView> views = new ArrayList<>();
        for (Step step : path) {
            views.add(walk.push(step.high(), step.low(), step.close(), START_MS + views.size() * 60_000L));
        }
        return views;
    }

    /** What is said at each bar by plain comparisons. */
    public static List<RegimeView> walk(List<Step> path) {
        return walk(path, new LimitsJudge());
    }
}
