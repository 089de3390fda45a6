package org.portcullis.market.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayName("S3-08 order blocks, ours and with the library's two quirks")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BlockWalkTest {

    @Test
    void the_lowest_bar_between_swing_and_break_is_the_block_the_latest_of_equal_ones() {
        Scene scene = new Scene(BlockRules.correct(8)).bar(9, 10).swing(1, 10).bar(7, 8).bar(6, 8).bar(6, 9)
                .bar(8, 10.5);
        Block block = scene.formed();
        assertThat(block.position()).isEqualTo(3);
        assertThat(block.formedAt()).isEqualTo(4);
        assertThat(block.bottom()).isEqualTo(6);
        assertThat(block.top()).isEqualTo(9);
    }

    @Test
    void the_block_to_sell_from_is_the_mirror_of_it() {
        Block block = new Scene(BlockRules.correct(8)).bar(9, 10).swing(-1, 9).bar(9.5, 11).bar(9.5, 12).bar(8, 9)
                .formed();
        assertThat(block.direction()).isEqualTo(-1);
        assertThat(block.position()).isEqualTo(2);
        assertThat(block.top()).isEqualTo(12);
    }

    @Test
    void a_swing_gives_one_block_and_a_close_at_its_level_none() {
        Scene scene = new Scene(BlockRules.correct(8)).bar(9, 10).swing(1, 10).bar(7, 8).bar(8, 10);
        assertThat(scene.walk.formed()).isNull();
        scene.bar(9, 11);
        assertThat(scene.walk.formed()).isNotNull();
        scene.bar(10, 12);
        assertThat(scene.walk.formed()).isNull();
    }

    @Test
    void quirk_one_a_break_right_after_the_swing_swaps_the_edges() {
        Block ours = new Scene(BlockRules.correct(8)).bar(9, 10).swing(1, 10).bar(9.5, 11).formed();
        assertThat(ours.top()).isEqualTo(10);
        assertThat(ours.bottom()).isEqualTo(9);
        Block library = new Scene(BlockRules.library()).bar(9, 10).swing(1, 10).bar(9.5, 11).formed();
        assertThat(library.top()).isEqualTo(9);
        assertThat(library.bottom()).isEqualTo(10);
        Block mirrored = new Scene(BlockRules.library()).bar(9, 10).swing(-1, 9).bar(8, 8.5).formed();
        assertThat(mirrored.top()).as("only blocks to buy from are swapped").isEqualTo(10);
    }

    @Test
    void quirk_two_a_broken_block_to_buy_from_carries_the_bar_before() {
        Block ours = broken(BlockRules.correct(8), 1);
        Block library = broken(BlockRules.library(), 1);
        assertThat(ours.brokenAt()).isEqualTo(3);
        assertThat(library.brokenAt()).isEqualTo(2);
        assertThat(broken(BlockRules.correct(8), -1).brokenAt()).isEqualTo(3);
        assertThat(broken(BlockRules.library(), -1).brokenAt()).as("blocks to sell from do not").isEqualTo(3);
    }

    private static Block broken(BlockRules rules, int direction) {
        Scene scene = direction > 0
                ? new Scene(rules).bar(9, 10).swing(1, 10).bar(7, 8).bar(9, 11)
                : new Scene(rules).bar(9, 10).swing(-1, 9).bar(11, 12).bar(8, 8.5);
        Block block = scene.formed();
        scene.bar(direction > 0 ? 6.9 : 11, direction > 0 ? 7 : 12.1);
        assertThat(block.state()).isEqualTo(Block.State.BROKEN);
        return block;
    }

    @Test
    void the_first_return_is_told_once_and_only_while_the_block_is_whole() {
        Scene scene = new Scene(BlockRules.correct(8)).bar(9, 10).swing(1, 10).bar(7, 8).bar(9, 11);
        Block block = scene.formed();
        scene.bar(8.1, 11);
        assertThat(scene.walk.returned()).isNull();
        scene.bar(8, 11);
        assertThat(scene.walk.returned()).isSameAs(block);
        scene.bar(7.5, 11);
        assertThat(scene.walk.returned()).isNull();
        scene.bar(7, 9);
        assertThat(block.state()).isEqualTo(Block.State.WHOLE);
        scene.bar(6.9, 7.5);
        assertThat(block.state()).isEqualTo(Block.State.BROKEN);
        scene.bar(7, 8);
        assertThat(block.state()).isEqualTo(Block.State.BROKEN);
        scene.bar(7, 8.1);
        assertThat(block.state()).isEqualTo(Block.State.INVALID);
    }

    @Test
    void a_bar_through_the_whole_block_breaks_it_and_is_no_return() {
        Scene scene = new Scene(BlockRules.correct(8)).bar(9, 10).swing(1, 10).bar(7, 8).bar(9, 11).bar(6, 11);
        assertThat(scene.walk.returned()).isNull();
    }

    /** Bars from low to high that close at their high, or at their low while a swing low waits. */
    private static final class Scene {
        private final RecentBars recent = new RecentBars(16);
        private final BlockWalk walk;
        private boolean down;

        Scene(BlockRules rules) {
            walk = new BlockWalk(rules, recent);
        }

        Scene bar(double low, double high) {
            recent.push(high, low, 1);
            walk.push(down ? high : low, high, low, down ? low : high, 1);
            return this;
        }

        Scene swing(int type, double level) {
            down = type < 0;
            walk.swing(type, level, recent.count() - 1);
            return this;
        }

        Block formed() {
            return Objects.requireNonNull(walk.formed());
        }
    }
}
