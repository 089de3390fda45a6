package org.portcullis.market.domain.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;

@DisplayName("S0-09 S0-10 liquidity pools walk an explicit map")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PoolBookTest {

    @Test
    void a_pool_walks_defined_swept_reclaimed_trade() {
        PoolScene scene = PoolScene.simple().sweepAndReclaim().bar(100.3, 100.9, 100.2, 100.8);
        assertThat(scene.steps).extracting(PoolStep::to).containsExactly(PoolState.DEFINED, PoolState.SWEPT,
                PoolState.RECLAIMED, PoolState.TRADE);
        assertThat(scene.steps).extracting(PoolStep::cause).containsExactly("DEFINED", "PENETRATED", "CLOSED_BACK",
                "DISPLACEMENT");
        assertThat(scene.last().entry()).isEqualTo(100.8);
        assertThat(scene.last().stop()).isCloseTo(99.4, within(1e-9));
        assertThat(scene.last().target()).isCloseTo(103.6, within(1e-9));
        assertThat(scene.last().depthAtr()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void with_the_armed_stage_the_entry_waits_in_the_middle_of_the_gap() {
        PoolScene scene = PoolScene.armed().sweepAndReclaim().leaving(1, 100.5).bar(100.3, 101.2, 100.3, 101.1);
        assertThat(scene.state()).isEqualTo(PoolState.ARMED);
        assertThat(scene.last().entry()).isEqualTo(100.5);
        scene.bar(101.1, 101.2, 100.51, 101);
        assertThat(scene.state()).isEqualTo(PoolState.ARMED);
        scene.bar(101, 101, 100.5, 100.9);
        assertThat(scene.cause()).isEqualTo("ENTRY_TOUCHED");
        scene.bar(100.9, 102.7, 100.8, 102.6);
        assertThat(scene.cause()).isEqualTo("TARGET_REACHED");
        assertThat(scene.book.standing()).isEmpty();
    }

    @Test
    void a_displacement_waits_for_its_confirmation() {
        PoolScene scene = PoolScene.armed().sweepAndReclaim().bar(100.3, 100.9, 100.2, 100.8);
        assertThat(scene.cause()).isEqualTo("DISPLACED");
        scene.breaking(-1).quiet();
        assertThat(scene.state()).isEqualTo(PoolState.RECLAIMED);
        scene.breaking(1).quiet();
        assertThat(scene.state()).isEqualTo(PoolState.ARMED);
        assertThat(scene.last().entry()).isEqualTo(100.55);
    }

    @Test
    void a_level_is_swept_only_beyond_the_margin() {
        PoolScene scene = PoolScene.simple().bar(100.5, 100.6, 99.98, 100.5);
        assertThat(scene.state()).isEqualTo(PoolState.DEFINED);
        scene.bar(100.5, 100.6, 99.97, 99.99);
        assertThat(scene.steps).extracting(PoolStep::cause).endsWith("PENETRATED", "BEYOND");
    }

    @Test
    void closing_back_takes_more_than_a_tick() {
        PoolScene scene = PoolScene.simple().bar(100.5, 100.6, 99.9, 100.01);
        assertThat(scene.cause()).isEqualTo("AT_LEVEL");
        scene.bar(100, 100.1, 99.95, 100.02);
        assertThat(scene.cause()).isEqualTo("CLOSED_BACK");
    }

    @Test
    void price_may_close_back_on_the_third_bar_after_the_sweep_and_no_later() {
        PoolScene inTime = PoolScene.simple();
        PoolScene late = PoolScene.simple();
        for (PoolScene scene : List.of(inTime, late)) {
            scene.bar(100.2, 100.3, 99.8, 99.9).bar(99.9, 99.95, 99.8, 99.9).bar(99.9, 99.95, 99.8, 99.9);
        }
        assertThat(inTime.bar(100.2, 100.3, 99.8, 100.22).state()).isEqualTo(PoolState.RECLAIMED);
        assertThat(late.bar(99.9, 99.95, 99.8, 99.9).cause()).isEqualTo("NO_RECLAIM_IN_TIME");
        assertThat(late.state()).isEqualTo(PoolState.BROKEN);
    }

    @Test
    void a_sweep_of_the_greatest_depth_counts_and_a_deeper_one_is_a_breakout() {
        assertThat(PoolScene.simple().bar(100.2, 100.3, 98.5, 100.2).state()).isEqualTo(PoolState.RECLAIMED);
        PoolScene deeper = PoolScene.simple().bar(100.2, 100.3, 98.49, 100.2);
        assertThat(deeper.cause()).isEqualTo("TOO_DEEP");
        assertThat(deeper.book.standing()).isEmpty();
    }

    @Test
    void one_far_close_is_borne_and_the_second_is_a_breakout() {
        PoolScene scene = PoolScene.simple().bar(100, 100.1, 99.6, 99.7);
        assertThat(scene.cause()).isEqualTo("FAR_CLOSE");
        assertThat(scene.bar(99.8, 99.8, 99.6, 99.75).cause()).isEqualTo("BEYOND");
        assertThat(scene.bar(99.8, 99.8, 99.6, 99.74).cause()).isEqualTo("CLOSED_BEYOND");
    }

    @Test
    void the_extreme_of_the_sweep_may_be_touched_and_not_broken() {
        PoolScene scene = PoolScene.simple().sweepAndReclaim().bar(100.3, 100.4, 99.5, 100.25);
        assertThat(scene.state()).isEqualTo(PoolState.RECLAIMED);
        assertThat(scene.bar(100.3, 100.4, 99.49, 100.25).cause()).isEqualTo("EXTREME_BROKEN");
    }

    @Test
    void a_displacement_may_come_on_the_fifth_bar_and_no_later() {
        PoolScene inTime = PoolScene.simple().sweepAndReclaim().quiet().quiet().quiet().quiet();
        assertThat(inTime.bar(100.3, 100.9, 100.2, 100.8).state()).isEqualTo(PoolState.TRADE);
        PoolScene late = PoolScene.simple().sweepAndReclaim().quiet().quiet().quiet().quiet().quiet();
        assertThat(late.cause()).isEqualTo("NO_DISPLACEMENT_IN_TIME");
    }

    @Test
    void an_entry_waits_ten_bars_and_an_opening_beyond_the_extreme_ends_it() {
        PoolScene scene = PoolScene.armed().sweepAndReclaim().leaving(1, 100.5).bar(100.3, 101.2, 100.3, 101.1);
        for (int i = 0; i < 9; i++) {
            scene.bar(101, 101.2, 100.9, 101);
        }
        assertThat(scene.state()).isEqualTo(PoolState.ARMED);
        assertThat(scene.bar(101, 101.2, 100.9, 101).cause()).isEqualTo("ENTRY_NOT_TOUCHED");
        PoolScene jumped = PoolScene.armed().sweepAndReclaim().leaving(1, 100.5).bar(100.3, 101.2, 100.3, 101.1)
                .bar(99.4, 99.5, 99.3, 99.4);
        assertThat(jumped.cause()).isEqualTo("EXTREME_BROKEN");
    }

    @Test
    void stop_and_target_in_one_bar_count_as_the_stop() {
        PoolScene scene = PoolScene.simple().sweepAndReclaim().bar(100.3, 100.9, 100.2, 100.8);
        assertThat(scene.bar(100.8, 104, 99.4, 103.9).cause()).isEqualTo("STOPPED");
    }

    @Test
    void the_nearest_opposite_pool_that_pays_enough_is_the_target() {
        PoolScene scene = PoolScene.simple().define(PoolSource.SWING_HIGH, 102.8)
                .define(PoolSource.PREVIOUS_DAY_HIGH, 103.1).define(PoolSource.LONDON_HIGH, 104);
        scene.sweepAndReclaim().bar(100.3, 100.9, 100.2, 100.8);
        // entry 100.8, stop 99.4: the first pays 1.43 times the risk, the second 1.64 times
        assertThat(scene.last().target()).isEqualTo(103.1);
    }

    @Test
    void levels_within_the_margin_are_one_pool_and_the_outermost_and_strongest_stay() {
        PoolScene scene = PoolScene.simple().define(PoolSource.PREVIOUS_DAY_LOW, 99.9);
        assertThat(scene.cause()).isEqualTo("MERGED");
        assertThat(scene.last().level()).isEqualTo(99.9);
        assertThat(scene.last().source()).isEqualTo("PREVIOUS_DAY_LOW");
        assertThat(scene.last().touches()).isEqualTo(2);
        assertThat(scene.last().score()).isEqualTo(3);
        assertThat(scene.define(PoolSource.SWING_LOW, 99.79).book.standing()).hasSize(2);
    }

    @Test
    void a_level_on_the_wrong_side_of_price_is_no_pool() {
        assertThat(PoolScene.simple().define(PoolSource.SWING_LOW, 101).define(PoolSource.SWING_HIGH, 101)
                .book.standing()).hasSize(1);
    }

    @Test
    void a_full_book_lets_the_weakest_untouched_pool_go() {
        PoolScene scene = PoolScene.simple().define(PoolSource.PREVIOUS_DAY_LOW, 99)
                .define(PoolSource.SWING_HIGH, 103).define(PoolSource.SWING_HIGH, 104);
        scene.define(PoolSource.SWING_HIGH, 105);
        assertThat(scene.book.standing()).hasSize(4).extracting(PoolStanding::level).containsExactly(99.0, 103.0,
                104.0, 105.0);
        assertThat(scene.steps).anyMatch(step -> step.cause().equals("BOOK_FULL") && step.level() == 100);
    }

    @Test
    void an_untouched_level_is_kept_for_its_whole_age_and_not_longer() {
        PoolScene scene = PoolScene.simple();
        for (int i = 0; i < 30; i++) {
            scene.quiet();
        }
        assertThat(scene.book.standing()).hasSize(1);
        assertThat(scene.quiet().cause()).isEqualTo("TOO_OLD");
    }

    @Test
    void price_near_the_level_is_a_touch_again_only_after_some_bars() {
        PoolScene scene = PoolScene.simple();
        for (int i = 0; i < 8; i++) {
            scene.bar(100.3, 100.4, 100.1, 100.3);
        }
        assertThat(scene.steps).extracting(PoolStep::ageBars).containsExactly(0L, 4L, 8L);
        assertThat(scene.last().touches()).isEqualTo(3);
    }

    @Test
    void a_bar_that_comes_twice_changes_nothing_and_an_older_one_is_refused() {
        PoolScene scene = PoolScene.simple().sweepAndReclaim();
        List<PoolStanding> before = scene.book.standing();
        PoolBar deeper = new PoolBar(60_000, 100, 100, 90, 90, 1, 0, 1, 0, 0, Double.NaN);
        assertThat(scene.book.onBar(deeper, scene.steps)).isEqualTo(BarSeen.REPEATED);
        PoolBar older = new PoolBar(0, 100, 100, 90, 90, 1, 0, 1, 0, 0, Double.NaN);
        assertThat(scene.book.onBar(older, scene.steps)).isEqualTo(BarSeen.TOO_OLD);
        assertThat(scene.book.standing()).isEqualTo(before);
        assertThat(scene.book.refused()).isEqualTo(1);
    }

    @Test
    void what_the_map_does_not_allow_is_refused_counted_told_and_changes_nothing() {
        PoolScene scene = PoolScene.simple();
        String id = scene.last().poolId();
        List<PoolStanding> before = scene.book.standing();
        PoolOutcome.Refused refused = (PoolOutcome.Refused) scene.book.move(id, PoolState.TRADE, "FILLED", 60_000);
        assertThat(refused.reason()).isEqualTo(PoolOutcome.Reason.NOT_IN_MAP);
        assertThat(refused.detail()).isEqualTo("DEFINED never becomes TRADE");
        assertThat(scene.book.move(id, PoolState.CLOSED, "DONE", 60_000)).isInstanceOf(PoolOutcome.Refused.class);
        assertThat(reason(scene, id, PoolState.SWEPT, 60_000)).isEqualTo(PoolOutcome.Reason.NEEDS_A_BAR);
        assertThat(reason(scene, "MNQ/none/0", PoolState.CANCELLED, 60_000))
                .isEqualTo(PoolOutcome.Reason.UNKNOWN_POOL);
        assertThat(reason(scene, id, PoolState.CANCELLED, -1)).isEqualTo(PoolOutcome.Reason.TOO_OLD);
        assertThat(scene.book.standing()).isEqualTo(before);
        assertThat(scene.book.refused()).isEqualTo(5);
        assertThat(scene.refusals).hasSize(5).startsWith(refused);
        assertThat(scene.steps).hasSize(1);
    }

    private static PoolOutcome.Reason reason(PoolScene scene, String id, PoolState to, long timeMs) {
        return ((PoolOutcome.Refused) scene.book.move(id, to, "TEST", timeMs)).reason();
    }

    @Test
    void a_pool_can_be_called_off_and_a_trade_closed_from_outside_once() {
        PoolScene scene = PoolScene.simple().sweepAndReclaim().bar(100.3, 100.9, 100.2, 100.8);
        String id = scene.last().poolId();
        PoolOutcome closed = scene.book.move(id, PoolState.CLOSED, "DESK_CLOSED", 120_000);
        assertThat(((PoolOutcome.Moved) closed).step().cause()).isEqualTo("DESK_CLOSED");
        assertThat(reason(scene, id, PoolState.CANCELLED, 120_000)).isEqualTo(PoolOutcome.Reason.UNKNOWN_POOL);
    }

    @Test
    void damaged_steps_are_not_replayed() {
        PoolScene scene = PoolScene.simple().sweepAndReclaim();
        List<PoolStep> holed = List.of(scene.steps.get(0), scene.steps.get(2));
        assertThatThrownBy(() -> PoolBook.replay(holed, false)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not follow");
    }
}
