package org.portcullis.engine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MomentsTest {

    @Test
    void those_at_the_moment_itself_count_and_those_one_before_it_do_not() {
        Moments moments = new Moments(100);
        moments.add(10);
        moments.add(20);
        moments.add(20);
        moments.add(30);
        assertThat(moments.since(20)).isEqualTo(3);
        assertThat(moments.since(21)).isEqualTo(1);
        assertThat(moments.since(31)).isZero();
        assertThat(moments.listSince(0)).containsExactly(10, 20, 20, 30);
    }

    @Test
    void what_is_older_than_they_are_kept_is_forgotten_and_what_is_late_counts_as_the_newest() {
        Moments moments = new Moments(100);
        moments.add(10);
        moments.add(110);
        assertThat(moments.since(0)).as("exactly as old as they are kept").isEqualTo(2);
        moments.add(111);
        moments.add(50);
        assertThat(moments.listSince(0)).containsExactly(110, 111, 111);
    }

    @Test
    void they_are_found_after_any_number_of_them() {
        Moments moments = new Moments(1_000);
        for (int ms = 0; ms < 10_000; ms++) {
            moments.add(ms);
            assertThat(moments.since(ms - 500)).isEqualTo(Math.min(ms + 1, 501));
        }
    }
}
