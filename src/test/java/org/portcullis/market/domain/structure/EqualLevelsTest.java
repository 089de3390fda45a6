package org.portcullis.market.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayName("S3-08 equal highs and lows")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EqualLevelsTest {

    private final EqualLevels walk = new EqualLevels(2);

    @Test
    void swings_within_the_tolerance_are_one_group_and_one_step_beyond_they_are_not() {
        LevelGroup group = walk.swing(1, 100, 0, 0.5);
        assertThat(walk.swing(1, 100.5, 3, 0.5)).isSameAs(group);
        assertThat(walk.swing(1, 99.49, 5, 0.5)).isNotSameAs(group);
        assertThat(group.size()).isEqualTo(2);
        assertThat(group.outermost()).isEqualTo(100.5);
        assertThat(group.mean()).isEqualTo(100.25);
        assertThat(group.last()).isEqualTo(3);
    }

    @Test
    void highs_and_lows_do_not_mix() {
        assertThat(walk.swing(-1, 100, 1, 0.5)).isNotSameAs(walk.swing(1, 100, 0, 0.5));
    }

    @Test
    void a_group_is_swept_by_the_bar_that_reaches_its_first_level_and_the_tolerance() {
        LevelGroup highs = walk.swing(1, 100, 0, 0.5);
        LevelGroup lows = walk.swing(-1, 90, 0, 0.5);
        walk.push(100.49, 89.51);
        assertThat(highs.sweptAt()).isEqualTo(-1);
        assertThat(lows.sweptAt()).isEqualTo(-1);
        walk.push(100.5, 89.5);
        assertThat(highs.sweptAt()).isEqualTo(1);
        assertThat(lows.sweptAt()).isEqualTo(1);
        assertThat(walk.swing(1, 100, 5, 0.5)).isNotSameAs(highs);
    }

    @Test
    void only_so_many_groups_are_remembered() {
        LevelGroup first = walk.swing(1, 100, 0, 0.5);
        walk.swing(1, 110, 1, 0.5);
        walk.swing(1, 120, 2, 0.5);
        assertThat(walk.swing(1, 100, 3, 0.5)).isNotSameAs(first);
    }
}
