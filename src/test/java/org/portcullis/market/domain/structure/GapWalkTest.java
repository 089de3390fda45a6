package org.portcullis.market.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayName("S3-08 fair value gaps")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GapWalkTest {

    @Test
    void a_gap_is_told_by_its_third_bar_and_outer_bars_that_meet_leave_none() {
        GapWalk walk = new GapWalk(false, 10);
        assertThat(walk.push(9, 10, 9, 10)).isNull();
        assertThat(walk.push(10, 12, 10, 12)).isNull();
        Gap gap = present(walk.push(12, 13, 10.01, 12));
        assertThat(gap.direction()).isEqualTo(1);
        assertThat(gap.middle()).isEqualTo(1);
        assertThat(gap.top()).isEqualTo(10.01);
        assertThat(gap.bottom()).isEqualTo(10);
        GapWalk meeting = new GapWalk(false, 10);
        meeting.push(9, 10, 9, 10);
        meeting.push(10, 12, 10, 12);
        assertThat(meeting.push(12, 13, 10, 12)).isNull();
    }

    @Test
    void the_middle_bar_must_point_across() {
        GapWalk walk = new GapWalk(false, 10);
        walk.push(9, 10, 9, 10);
        walk.push(12, 12, 10, 12);
        assertThat(walk.push(12, 13, 11, 12)).isNull();
    }

    @Test
    void the_first_bar_that_reaches_the_near_edge_touches_it_and_no_later_one() {
        GapWalk walk = new GapWalk(false, 10);
        walk.push(20, 21, 20, 20);
        walk.push(20, 20, 17, 17);
        Gap gap = present(walk.push(17, 18, 16, 17));
        walk.push(17, 17.9, 16, 17);
        assertThat(gap.touchedAt()).isEqualTo(-1);
        walk.push(17, 18, 16, 17);
        walk.push(17, 25, 16, 17);
        assertThat(gap.touchedAt()).isEqualTo(4);
        assertThat(walk.open()).isZero();
    }

    @Test
    void consecutive_gaps_are_joined_when_asked_for() {
        GapWalk walk = new GapWalk(true, 10);
        walk.push(9, 10, 9, 10);
        walk.push(10, 12, 10, 12);
        Gap first = present(walk.push(12, 14, 11, 14));
        Gap second = present(walk.push(14, 16, 13, 15));
        assertThat(first.joined()).isTrue();
        assertThat(second.top()).isEqualTo(13);
        assertThat(second.bottom()).isEqualTo(10);
        assertThat(walk.open()).isEqualTo(1);
    }

    @Test
    void only_so_many_untouched_gaps_are_remembered() {
        GapWalk walk = new GapWalk(false, 3);
        for (int i = 0; i < 50; i++) {
            walk.push(3 * i, 3 * i + 1, 3 * i, 3 * i + 1);
        }
        assertThat(walk.open()).isEqualTo(3);
    }

    private static Gap present(@Nullable Gap gap) {
        assertThat(gap).isNotNull();
        return java.util.Objects.requireNonNull(gap);
    }
}
