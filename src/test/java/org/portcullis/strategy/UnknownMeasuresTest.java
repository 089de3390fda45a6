package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.strategy.Contexts.MNQ;
import static org.portcullis.strategy.Contexts.OPEN_MS;
import static org.portcullis.strategy.Contexts.features;
import static org.portcullis.strategy.Contexts.floor;
import static org.portcullis.strategy.Contexts.regime;
import static org.portcullis.strategy.Contexts.scalp;
import static org.portcullis.strategy.Contexts.step;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;
import org.portcullis.market.Regime;
import org.portcullis.market.RegimeView;
import org.portcullis.market.ScalpFeatures;
import org.portcullis.market.SessionTag;
import org.portcullis.market.Structure;
import org.portcullis.market.VolatilityTag;

/** What is not known is entered on by no rule, however often the rule was asked before. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class UnknownMeasuresTest {

    private static final int OFTEN = 200;
    private static final double UNKNOWN = Double.NaN;

    @ParameterizedTest
    @ValueSource(strings = {"gap", "bos", "retest", "sweep"})
    void a_pattern_in_a_market_of_unknown_volatility_is_not_entered(String pattern) {
        neverEnters("smc-scalper", bar(structure(pattern, 0.4, scalp(1)), unknownVolatility()),
                bar(structure(pattern, 0.4, scalp(1)), regime(Regime.BULL, 1, 1)));
    }

    @Test
    void a_sweep_of_unknown_depth_is_not_entered() {
        neverEnters("smc-scalper", bar(structure("sweep", UNKNOWN, scalp(1)), regime(Regime.BULL, 1, 1)),
                bar(structure("sweep", 0.4, scalp(1)), regime(Regime.BULL, 1, 1)));
    }

    @Test
    void a_pattern_in_an_unknown_trend_is_not_entered() {
        ScalpFeatures unknownTrend = new ScalpFeatures(1, 0.4, 0.3, 0.2, 1, 0.1, 3, 2, 0.8, 0.4, 0.5, UNKNOWN, 0);
        for (String pattern : List.of("gap", "bos", "retest", "sweep")) {
            neverEnters("smc-scalper", bar(structure(pattern, 0.4, unknownTrend), regime(Regime.BULL, 1, 1)),
                    bar(structure(pattern, 0.4, scalp(1)), regime(Regime.BULL, 1, 1)));
        }
    }

    @Test
    void a_pool_in_a_market_of_unknown_volatility_is_not_entered() {
        Structure armed = pool(step(PoolState.RECLAIMED, PoolState.ARMED, 1, 98.5, 103, 0.6));
        neverEnters("pool-reversal", bar(armed, unknownVolatility()), bar(armed, regime(Regime.BULL, 1, 1)));
    }

    @Test
    void a_pool_of_unknown_depth_or_reward_is_not_entered() {
        PoolStep good = step(PoolState.RECLAIMED, PoolState.ARMED, 1, 98.5, 103, 0.6);
        PoolStep deep = new PoolStep("p", MNQ, OPEN_MS, good.from(), good.to(), "TEST", 1, "SWING_LOW", 99, 98,
                UNKNOWN, 100, 98.5, 103, 0.6, 1.3, 2, 40, 3);
        neverEnters("pool-reversal", bar(pool(deep), regime(Regime.BULL, 1, 1)),
                bar(pool(good), regime(Regime.BULL, 1, 1)));
        neverEnters("pool-reversal", bar(pool(step(PoolState.RECLAIMED, PoolState.ARMED, 1, UNKNOWN, UNKNOWN, 0.6)),
                regime(Regime.BULL, 1, 1)), bar(pool(good), regime(Regime.BULL, 1, 1)));
    }

    private static void neverEnters(String pack, MarketOutcome unknown, MarketOutcome known) {
        StrategyFloor floor = floor(pack);
        for (int i = 0; i < OFTEN; i++) {
            assertThat(floor.onMarket(known)).as("bar %d", i).isInstanceOf(StrategyOutcome.Proposed.class);
            assertThat(floor.onMarket(unknown)).as("bar %d", i).isInstanceOf(StrategyOutcome.Idle.class);
        }
    }

    private static MarketOutcome.Formed bar(Structure structure, RegimeView regime) {
        return new MarketOutcome.Formed(features(MNQ, OPEN_MS, 100, 1), structure, regime);
    }

    private static RegimeView unknownVolatility() {
        return new RegimeView(Regime.BULL, 7, 1, 1, VolatilityTag.UNKNOWN, SessionTag.NEW_YORK, 1, 25, 0.4, UNKNOWN, 0,
                1);
    }

    private static Structure pool(PoolStep step) {
        return Contexts.structure(Contexts.Patterns.NONE, List.of(step), null, null);
    }

    private static Structure structure(String pattern, double depth, ScalpFeatures scalp) {
        return new Structure(MNQ, OPEN_MS, one("gap", pattern), 100.5, 99.5, one("bos", pattern), 0, 99.8, 0,
                one("retest", pattern), 101, 99, one("sweep", pattern), 99, depth, 103, 97, 1, 105, 95, 110, 90, 0.7,
                0.8, 0.9, List.of(), null, scalp);
    }

    private static int one(String pattern, String wanted) {
        return pattern.equals(wanted) ? 1 : 0;
    }
}
