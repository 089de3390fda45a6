package org.portcullis.web.adapter.stream;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.portcullis.web.Section;

/**
 * Counts changes of the parts of the live page, so that a page says how far it has read when its live connection opens:
 * what changed between reading and opening is not lost. The count begins with the process.
 */
final class SectionChanges {

    private final Map<Section, Long> newest = new EnumMap<>(Section.class);
    private long count;

    /** Notes one change of these parts. */
    synchronized void note(Section... sections) {
        count++;
        for (Section section : sections) {
            newest.put(section, count);
        }
    }

    /** Changes so far; what is read after this call shows all of them. */
    synchronized long count() {
        return count;
    }

    /** Parts changed after that count; all of them when the count is of a process before this one. */
    synchronized Set<Section> since(long seen) {
        if (seen > count) {
            return EnumSet.allOf(Section.class);
        }
        Set<Section> changed = EnumSet.noneOf(Section.class);
        newest.forEach((section, at) -> {
            if (at > seen) {
                changed.add(section);
            }
        });
        return changed;
    }
}
