package org.portcullis.venue.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.Side;
import org.portcullis.venue.book.BookSync.Step;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BookSyncTest {

    private static final long[] NONE = {};

    private final BookSync sync = new BookSync(100, 5);

    @Test
    void changes_wait_for_the_snapshot_which_is_asked_for_once() {
        assertThat(change(10, 12, 90)).isEqualTo(Step.SNAPSHOT_NEEDED);
        assertThat(change(12, 15, 91)).isEqualTo(Step.WAITING);
        assertThat(sync.book()).isEmpty();
        assertThat(sync.snapshot(13, new long[]{80, 1}, new long[]{100, 1})).isEqualTo(Step.APPLIED);
        assertThat(sync.lastId()).isEqualTo(15);
        assertThat(sync.book().orElseThrow().levels(Side.BUY, 9)).extracting("priceE8").containsExactly(91L, 80L);
    }

    @Test
    void a_snapshot_older_than_the_first_change_that_waits_is_asked_for_again() {
        change(20, 22, 90);
        assertThat(sync.snapshot(19, new long[]{80, 1}, NONE)).isEqualTo(Step.GAP);
        assertThat(sync.book()).isEmpty();
        assertThat(change(22, 23, 91)).isEqualTo(Step.WAITING);
        assertThat(sync.snapshot(20, new long[]{80, 1}, NONE)).isEqualTo(Step.APPLIED);
        assertThat(sync.book().orElseThrow().bestE8(Side.BUY)).isEqualTo(91);
    }

    @Test
    void a_change_that_ends_on_the_snapshot_is_applied_and_one_that_ends_before_it_is_left_out() {
        sync.snapshot(13, new long[]{80, 1}, NONE);
        assertThat(change(10, 12, 90)).isEqualTo(Step.OLD);
        assertThat(change(12, 13, 91)).isEqualTo(Step.APPLIED);
        assertThat(change(12, 13, 91)).isEqualTo(Step.OLD);
        assertThat(change(13, 14, 92)).isEqualTo(Step.APPLIED);
    }

    @Test
    void a_hole_empties_the_book_and_the_change_behind_it_waits() {
        sync.snapshot(13, new long[]{80, 1}, NONE);
        change(13, 14, 90);
        assertThat(change(15, 16, 91)).isEqualTo(Step.GAP);
        assertThat(sync.book()).isEmpty();
        assertThat(change(16, 17, 92)).isEqualTo(Step.WAITING);
        assertThat(sync.snapshot(15, new long[]{70, 1}, NONE)).isEqualTo(Step.APPLIED);
        assertThat(sync.lastId()).isEqualTo(17);
    }

    @Test
    void a_book_that_crosses_is_given_up() {
        sync.snapshot(13, new long[]{80, 1}, new long[]{100, 1});
        assertThat(change(13, 14, 99)).isEqualTo(Step.APPLIED);
        assertThat(change(14, 15, 100)).isEqualTo(Step.CROSSED);
        assertThat(sync.book()).isEmpty();
        assertThat(sync.snapshot(16, new long[]{80, 1}, new long[]{80, 1})).isEqualTo(Step.CROSSED);
    }

    @Test
    void when_no_snapshot_comes_it_is_asked_for_again_after_as_many_changes_as_may_wait() {
        assertThat(change(1, 2, 90)).isEqualTo(Step.SNAPSHOT_NEEDED);
        for (int i = 2; i < 6; i++) {
            assertThat(change(i, i + 1, 90)).isEqualTo(Step.WAITING);
        }
        assertThat(change(6, 7, 90)).isEqualTo(Step.SNAPSHOT_NEEDED);
        // the first change was dropped: a snapshot from then cannot be healed any more
        assertThat(sync.snapshot(1, new long[]{80, 1}, NONE)).isEqualTo(Step.GAP);
        assertThat(sync.snapshot(2, new long[]{80, 1}, NONE)).isEqualTo(Step.APPLIED);
    }

    @Test
    void an_old_snapshot_does_not_set_a_living_book_back() {
        sync.snapshot(13, new long[]{80, 1}, NONE);
        change(13, 20, 90);
        assertThat(sync.snapshot(15, new long[]{70, 1}, NONE)).isEqualTo(Step.OLD);
        assertThat(sync.book().orElseThrow().bestE8(Side.BUY)).isEqualTo(90);
    }

    private Step change(long previous, long last, long bid) {
        return sync.change(new BookChange(previous, last, 1, new long[]{bid, 1}, NONE));
    }
}
