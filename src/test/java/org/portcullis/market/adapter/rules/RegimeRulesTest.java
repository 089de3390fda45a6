package org.portcullis.market.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.Regime;
import org.portcullis.market.RegimeLimits;
import org.portcullis.market.RegimeMeasures;
import org.portcullis.market.RegimeVote;
import org.portcullis.market.domain.Draw;
import org.portcullis.market.domain.regime.LimitsJudge;
import org.portcullis.market.domain.regime.Paths;
import org.portcullis.strategy.MarketWalks;

/** The shipped regime rules and the plain comparisons that stand in for them say the same. */
@DisplayName("S2-REQ-U3 regime rules")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RegimeRulesTest {

    private static final int RUNS = 20_000;

    private final RegimeRules rules = new RegimeRules(() -> MarketWalks.library().base("market"));
    private final LimitsJudge plain = new LimitsJudge();

    @Test
    void rules_and_plain_comparisons_vote_alike_on_and_around_every_limit() {
        Draw draw = new Draw(Paths.SEED);
        RegimeLimits entering = Paths.shipped().entering();
        List<RegimeLimits> limits = List.of(entering, entering.leaving(Regime.BULL, 0.8),
                entering.leaving(Regime.BEAR, 0.8));
        Map<Regime, Integer> votes = new EnumMap<>(Regime.class);
        for (int run = 0; run < RUNS; run++) {
            RegimeLimits chosen = limits.get(run % limits.size());
            RegimeMeasures measures = measures(draw, chosen);
            List<RegimeVote> said = plain.judge(measures, chosen);
            assertThat(rules.judge(measures, chosen)).as("seed %d, run %d: %s %s", Paths.SEED, run, measures, chosen)
                    .containsExactlyInAnyOrderElementsOf(said);
            said.forEach(vote -> votes.merge(vote.regime(), 1, Integer::sum));
        }
        assertThat(votes.keySet()).containsExactlyInAnyOrder(Regime.BULL, Regime.BEAR, Regime.CRASH);
        assertThat(votes.values()).allSatisfy(count -> assertThat(count).isGreaterThan(RUNS / 100));
    }

    @Test
    void a_walk_under_rules_says_what_a_walk_by_plain_comparisons_says() {
        List<Paths.Step> path = Paths.around(Paths.SEED, 2_000, -0.0002, 0.001);
        assertThat(Paths.walk(path, rules)).isEqualTo(Paths.walk(path, plain));
    }

    private static RegimeMeasures measures(Draw draw, RegimeLimits limits) {
        double trend = near(draw, 0, 1);
        boolean rising = trend > 0;
        return new RegimeMeasures(near(draw, 100, 1), 100, trend,
                near(draw, rising ? limits.bullAdxMin() : limits.bearAdxMin(), 10),
                near(draw, rising ? limits.bullEfficiencyMin() : limits.bearEfficiencyMin(), 0.2),
                near(draw, limits.crashRankMin(), 0.05), near(draw, limits.crashShockZMax() + 2, 2.5),
                near(draw, limits.crashDrawdownAtrMin(), 3), draw.uniform() < 0.05);
    }

    /** On the limit once in five, otherwise around it. */
    private static double near(Draw draw, double limit, double reach) {
        return draw.uniform() < 0.2 ? limit : limit + reach * (2 * draw.uniform() - 1);
    }
}
