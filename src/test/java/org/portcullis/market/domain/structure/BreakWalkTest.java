package org.portcullis.market.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayName("S3-08 breaks of structure and changes of character")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BreakWalkTest {

    private final RecentBars recent = new RecentBars(32);
    private final BreakWalk walk = new BreakWalk(recent);

    @Test
    void above_a_higher_low_it_is_structure_that_breaks() {
        leg(-1, 10).leg(1, 20).bar(14, 15, 15).bar(15, 20.5, 20);
        assertThat(walk.kind()).as("a close at the level breaks nothing").isEqualTo(Break.NONE);
        bar(19, 21, 20.01);
        assertThat(walk.kind()).isEqualTo(Break.OF_STRUCTURE);
        assertThat(walk.direction()).isEqualTo(1);
        assertThat(walk.level()).isEqualTo(20);
        assertThat(walk.trend()).isEqualTo(1);
        bar(20, 22, 21);
        assertThat(walk.kind()).as("a level breaks once").isEqualTo(Break.NONE);
        assertThat(walk.trend()).isEqualTo(1);
    }

    @Test
    void above_a_lower_low_it_is_character_that_changes() {
        leg(-1, 10).leg(1, 20).bar(9.99, 12, 12).bar(12, 21, 21);
        assertThat(walk.kind()).isEqualTo(Break.OF_CHARACTER);
    }

    @Test
    void above_an_equal_low_it_is_neither() {
        leg(-1, 10).leg(1, 20).bar(10, 12, 12).bar(12, 21, 21);
        assertThat(walk.kind()).isEqualTo(Break.NONE);
        assertThat(walk.trend()).isZero();
    }

    @Test
    void downwards_it_is_the_mirror() {
        leg(1, 20).leg(-1, 10).bar(12, 20.01, 12).bar(9, 12, 9);
        assertThat(walk.kind()).isEqualTo(Break.OF_CHARACTER);
        assertThat(walk.direction()).isEqualTo(-1);
    }

    @Test
    void without_the_swing_before_it_a_break_means_nothing() {
        leg(1, 20).bar(15, 16, 16).bar(16, 21, 21);
        assertThat(walk.kind()).isEqualTo(Break.NONE);
    }

    @Test
    void the_pullback_counts_from_the_swing_itself_and_not_from_its_confirmation() {
        leg(-1, 10);
        bar(18, 20, 19).bar(9, 18, 10).bar(10, 12, 12);
        walk.swing(1, 20, recent.count() - 3);
        bar(12, 21, 21);
        assertThat(walk.kind()).isEqualTo(Break.OF_CHARACTER);
    }

    /** A swing told at its own bar. */
    private BreakWalkTest leg(int type, double level) {
        bar(type > 0 ? level - 1 : level, type > 0 ? level : level + 1, type > 0 ? level - 1 : level + 1);
        walk.swing(type, level, recent.count() - 1);
        return this;
    }

    private BreakWalkTest bar(double low, double high, double close) {
        recent.push(high, low, 1);
        walk.push(high, low, close);
        return this;
    }
}
