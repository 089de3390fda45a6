package org.portcullis.engine.rules.source;

import java.util.List;
import org.portcullis.engine.rules.source.DrlWord.Kind;

/**
 * One rule, cut into its parts.
 *
 * @param name    as written after {@code rule}
 * @param line    line of the word {@code rule}
 * @param comment comment lines directly above, joined by spaces; empty when there is none
 * @param source  the text from {@code rule} to {@code end}
 * @param head    the words between the name and {@code when}: attributes
 * @param when    the words between {@code when} and {@code then}
 * @param then    the words between {@code then} and {@code end}
 */
public record DrlRule(String name, int line, String comment, String source, List<DrlWord> head, List<DrlWord> when,
                      List<DrlWord> then) {

    public DrlRule {
        head = List.copyOf(head);
        when = List.copyOf(when);
        then = List.copyOf(then);
    }

    /** The text of the attribute {@code agenda-group}; empty when the rule has none. */
    public String agendaGroup() {
        for (int i = 0; i + 3 < head.size(); i++) {
            if (head.get(i).is("agenda") && head.get(i + 1).is("-") && head.get(i + 2).is("group")
                    && head.get(i + 3).kind() == Kind.TEXT) {
                return head.get(i + 3).text();
            }
        }
        return "";
    }

    /** Whether it has no attribute but its agenda group. */
    public boolean plain() {
        return head.size() == 4 && !agendaGroup().isEmpty();
    }
}
