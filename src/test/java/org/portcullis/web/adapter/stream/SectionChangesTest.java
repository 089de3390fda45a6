package org.portcullis.web.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.web.Section;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SectionChangesTest {

    private final SectionChanges changes = new SectionChanges();

    @Test
    void a_reader_is_told_what_changed_after_it_began_to_read_and_nothing_before() {
        changes.note(Section.ALERTS, Section.GLANCE);
        long seen = changes.count();
        assertThat(changes.since(seen)).isEmpty();
        changes.note(Section.BREAKERS);
        assertThat(changes.since(seen)).containsExactly(Section.BREAKERS);
        assertThat(changes.since(seen - 1)).containsExactly(Section.GLANCE, Section.ALERTS, Section.BREAKERS);
    }

    @Test
    void a_change_told_before_is_told_again_when_the_part_changes_again() {
        changes.note(Section.ALERTS);
        long seen = changes.count();
        changes.note(Section.ALERTS);
        assertThat(changes.since(seen)).containsExactly(Section.ALERTS);
    }

    @Test
    void a_count_of_a_process_before_this_one_is_told_everything() {
        changes.note(Section.ALERTS);
        assertThat(changes.since(changes.count() + 1)).containsExactly(Section.values());
    }
}
