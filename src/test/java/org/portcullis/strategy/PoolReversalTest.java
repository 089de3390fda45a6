package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.portcullis.strategy.Contexts.floor;
import static org.portcullis.strategy.Contexts.formed;
import static org.portcullis.strategy.Contexts.idle;
import static org.portcullis.strategy.Contexts.proposed;
import static org.portcullis.strategy.Contexts.step;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.Side;
import org.portcullis.market.PoolState;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PoolReversalTest {

    private static final String TRIGGERS = "strategy.pool_reversal.triggers.";

    private final StrategyFloor floor = floor("pool-reversal");

    @Test
    @DisplayName("S0-11 a displacement buys with the stop and target of its pool and explains itself")
    void a_displacement_buys() {
        Proposal proposal = proposed(floor.onMarket(formed(
                step(PoolState.RECLAIMED, PoolState.ARMED, 1, 98.5, 103, 0.6))));
        assertThat(proposal.rule()).isEqualTo(TRIGGERS + "form-entry-on-displacement");
        assertThat(proposal.side()).isEqualTo(Side.BUY);
        assertThat(proposal.stopPriceE8()).isEqualTo(FixedPoint.parse("98.5"));
        assertThat(proposal.targetPriceE8()).isEqualTo(FixedPoint.parse("103"));
        // 0.6 over 0.5 is 1.2 times the limit
        assertThat(proposal.confidence()).isCloseTo(1.2 / 2.2, within(1e-12));
        assertThat(proposal.features()).containsEntry("pool.level", 99.0).containsEntry("pool.SWING_LOW", 1.0)
                .containsEntry("pool.multiple", 2.0).containsEntry("regime.BULL", 7.0)
                .containsEntry("triggerActual", 0.6).containsEntry("triggerLimit", 0.5);
    }

    @Test
    @DisplayName("S0-11 a body of exactly half the range enters nothing, one step more does")
    void half_a_body_enters_nothing() {
        assertThat(idle(floor.onMarket(formed(step(PoolState.RECLAIMED, PoolState.ARMED, 1, 98.5, 103, 0.5))))
                .reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
        assertThat(proposed(floor.onMarket(formed(step(PoolState.RECLAIMED, PoolState.ARMED, 1, 98.5, 103,
                Math.nextUp(0.5))))).intent()).isEqualTo(Intent.ENTER);
    }

    @Test
    void a_pool_above_price_is_sold() {
        Proposal proposal = proposed(floor.onMarket(formed(
                step(PoolState.RECLAIMED, PoolState.ARMED, -1, 101.5, 97, 0.8))));
        assertThat(proposal.side()).isEqualTo(Side.SELL);
        assertThat(proposal.intent()).isEqualTo(Intent.ENTER);
        assertThat(proposal.stopPriceE8()).isGreaterThan(proposal.referencePriceE8());
        assertThat(proposal.targetPriceE8()).isLessThan(proposal.referencePriceE8());
        assertThat(proposal.sizeFactor()).as("shorts in a bull market").isEqualTo(0.5);
    }

    @Test
    void reward_is_measured_from_the_close_one_would_get() {
        // risk 2: a target of 103 pays exactly one and a half of it
        assertThat(proposed(floor.onMarket(formed(step(PoolState.RECLAIMED, PoolState.ARMED, 1, 98, 103, 0.6))))
                .features()).containsEntry("pool.multiple", 1.5);
        assertThat(idle(floor.onMarket(formed(step(PoolState.RECLAIMED, PoolState.ARMED, 1, 98, 102.99, 0.6))))
                .reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
    }

    @Test
    void a_pool_without_prices_or_behind_its_target_enters_nothing() {
        assertThat(idle(floor.onMarket(formed(step(PoolState.RECLAIMED, PoolState.ARMED, 1, Double.NaN, Double.NaN,
                0.6)))).reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
        assertThat(idle(floor.onMarket(formed(step(PoolState.RECLAIMED, PoolState.ARMED, 1, 90, 99, 0.6))))
                .reason()).isEqualTo(NoTradeReason.NO_TRIGGER);
    }

    @Test
    void a_reclaimed_pool_against_the_position_closes_it() {
        Proposal leave = proposed(floor.onMarket(formed(
                step(PoolState.SWEPT, PoolState.RECLAIMED, -1, Double.NaN, Double.NaN, 0.6))));
        assertThat(leave.rule()).isEqualTo(TRIGGERS + "form-exit-of-longs-on-reclaim");
        assertThat(leave.side()).isEqualTo(Side.SELL);
        assertThat(leave.stopPriceE8()).isZero();
        assertThat(proposed(floor.onMarket(formed(
                step(PoolState.SWEPT, PoolState.RECLAIMED, 1, Double.NaN, Double.NaN, 0.6)))).side())
                .isEqualTo(Side.BUY);
    }

    @Test
    void of_two_pools_on_one_bar_each_hit_keeps_its_own_prices() {
        Proposal proposal = proposed(floor.onMarket(formed(
                step(PoolState.RECLAIMED, PoolState.ARMED, 1, 98.5, 103, 0.6),
                step(PoolState.RECLAIMED, PoolState.ARMED, -1, 101.5, 97, 0.9))));
        assertThat(proposal.side()).as("the larger body").isEqualTo(Side.SELL);
        assertThat(proposal.features()).containsEntry("pool.level", 101.0).containsEntry("pool.SWING_HIGH", -1.0);
    }

    @Test
    void a_pool_that_is_reclaimed_and_armed_by_one_bar_covers_shorts_and_is_entered() {
        StrategyOutcome.Proposed outcome = (StrategyOutcome.Proposed) floor.onMarket(formed(
                step(PoolState.SWEPT, PoolState.RECLAIMED, 1, Double.NaN, Double.NaN, 0.6),
                step(PoolState.RECLAIMED, PoolState.ARMED, 1, 98.5, 103, 0.6)));
        assertThat(outcome.all()).extracting(Proposal::intent).containsExactly(Intent.EXIT, Intent.ENTER);
        assertThat(outcome.all()).extracting(Proposal::side).containsOnly(Side.BUY);
    }
}
