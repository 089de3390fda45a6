package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.strategy.Contexts.book;
import static org.portcullis.strategy.Contexts.floor;
import static org.portcullis.strategy.Contexts.formed;
import static org.portcullis.strategy.Contexts.idle;
import static org.portcullis.strategy.Contexts.parts;
import static org.portcullis.strategy.Contexts.proposed;
import static org.portcullis.strategy.Contexts.sure;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.market.MarketOutcome;
import org.portcullis.strategy.Contexts.Patterns;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SmcScalperTest {

    private final StrategyFloor floor = floor("smc-scalper");

    @ParameterizedTest
    @CsvSource({"1,0,0,0,gap,gap", "0,1,0,0,break-of-structure,breakOfStructure", "0,0,1,0,block-retest,blockRetest",
        "0,0,0,1,sweep,sweep"})
    @DisplayName("S3-08 each of the four patterns is entered in its direction, as sure as its score")
    void each_pattern_is_entered(int gap, int bos, int retest, int sweep, String rule, String told) {
        Proposal buy = proposed(floor.onMarket(formed(new Patterns(gap, bos, 0, retest, sweep), 1)));
        assertThat(buy.rule()).isEqualTo("strategy.smc_scalper.triggers.form-entry-on-" + rule);
        assertThat(buy.side()).isEqualTo(Side.BUY);
        assertThat(buy.confidence()).isEqualTo(0.7);
        // one and a half average true ranges of risk for three of reward, as in the labels
        assertThat(buy.stopPriceE8()).isEqualTo(197 * FixedPoint.ONE / 2);
        assertThat(buy.targetPriceE8()).isEqualTo(103 * FixedPoint.ONE);
        assertThat(buy.features()).containsEntry(told, 1.0).containsEntry("score.HEURISTIC", 0.7);
        Proposal sell = proposed(floor.onMarket(formed(new Patterns(-gap, -bos, 0, -retest, -sweep), -1)));
        assertThat(sell.side()).isEqualTo(Side.SELL);
        assertThat(sell.stopPriceE8()).isEqualTo(203 * FixedPoint.ONE / 2);
        assertThat(sell.targetPriceE8()).isEqualTo(97 * FixedPoint.ONE);
    }

    @Test
    @DisplayName("S1-18 a confidence of exactly 0.55 enters nothing, one step more does")
    void the_limit_of_confidence_is_strict() {
        MarketOutcome.Formed gap = formed(new Patterns(1, 0, 0, 0, 0), 1);
        NoTrade none = idle(scoredBy(sure(0.55)).onMarket(gap));
        assertThat(none.reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
        assertThat(none.nearest()).isEqualTo("pattern: probability 0.55 against 0.55");
        assertThat(proposed(scoredBy(sure(Math.nextUp(0.55))).onMarket(gap)).intent()).isEqualTo(Intent.ENTER);
    }

    @Test
    @DisplayName("S3-11 without a score nothing is entered; with a heuristic one the explanation says so")
    void without_a_score_nothing_is_entered() {
        FloorParts unscored = FloorParts.of(MarketWalks.RULES, MarketWalks.library()::base);
        assertThat(idle(StrategyFloor.open(book("smc-scalper"), unscored)
                .onMarket(formed(new Patterns(1, 0, 0, 0, 0), 1))).reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
    }

    @Test
    void a_pattern_is_scored_once_a_bar_and_only_when_somebody_wants_to_know() {
        List<Object> asked = new ArrayList<>();
        Scoring counting = features -> {
            asked.add(features);
            return sure(0.6).score(features);
        };
        MarketOutcome.Formed bar = formed(new Patterns(1, 1, 0, 0, 0), 1);
        scoredBy(counting).onMarket(bar);
        assertThat(asked).hasSize(1);
        StrategyFloor.open(book("momentum-core", "false-breakout"), parts().scoredBy(counting)).onMarket(bar);
        assertThat(asked).hasSize(1);
        scoredBy(counting).onMarket(formed(new org.portcullis.market.PoolStep[0]));
        assertThat(asked).as("a bar without pattern").hasSize(1);
    }

    @Test
    void a_change_of_character_against_the_position_closes_it() {
        Proposal leave = proposed(floor.onMarket(formed(new Patterns(0, 0, -1, 0, 0), 1)));
        assertThat(leave.intent()).isEqualTo(Intent.EXIT);
        assertThat(leave.side()).isEqualTo(Side.SELL);
        assertThat(leave.features()).containsEntry("changeOfCharacter", -1.0).containsEntry("breakLevel", 99.8);
        assertThat(proposed(floor.onMarket(formed(new Patterns(0, 0, 1, 0, 0), 1))).side()).isEqualTo(Side.BUY);
    }

    private static StrategyFloor scoredBy(Scoring scoring) {
        return StrategyFloor.open(book("smc-scalper"), parts().scoredBy(scoring));
    }
}
