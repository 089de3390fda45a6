package org.portcullis.risk;

import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.risk.Verdict.Outcome;

/**
 * Which values of the record would have had to be otherwise for a better verdict: a single one where a single one is
 * enough, otherwise several that were found one after the other. Not reckoned but tried: the verdict {@code to} was
 * given by the rules on the record with exactly these values changed.
 *
 * @param changes what would have had to be otherwise; none when nothing that was tried helps, or nothing is needed
 * @param from what these rules say without a change
 * @param to what they say with every change applied
 * @param rulesVersion version of the rules that judged
 */
public record NearestChange(List<Change> changes, Outcome from, Outcome to, String rulesVersion) {

    public NearestChange {
        changes = List.copyOf(changes);
    }

    /**
     * One value.
     *
     * @param name of the value in the record, {@code limits.positions-max}
     * @param check the failed check whose gap it closes
     * @param from the value that was judged
     * @param to the value that closes the gap and no more
     */
    public record Change(String name, String check, String from, String to) {
        private String words() {
            return name + " had been " + to + " instead of " + from;
        }
    }

    /** Whether the changes lead to a better verdict. */
    public boolean flips() {
        return !changes.isEmpty() && to != from;
    }

    /** The finding in one sentence. */
    public String sentence() {
        String outcome = switch (to) {
            case APPROVED -> "approved";
            case ASK_PERSON -> "put to a person";
            case DENIED -> "denied";
        };
        if (flips()) {
            String needed = changes.size() == 1 ? "" : changes.size() + " values must change: ";
            return needed + "it would have been " + outcome + " if " + changes.stream().map(Change::words)
                    .collect(Collectors.joining(" and ")) + " (tried on the record under rules " + rulesVersion + ")";
        }
        return from == Outcome.DENIED || from == Outcome.ASK_PERSON
                ? "no change of the values that were compared leads to another verdict (tried under rules "
                        + rulesVersion + ")"
                : "none is needed: rules " + rulesVersion + " approve the record as it is";
    }
}
