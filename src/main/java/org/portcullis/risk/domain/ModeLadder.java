package org.portcullis.risk.domain;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.risk.Mode;

/**
 * The ladder DRY_RUN, PAPER, LIVE (S2-REQ-M1, S2-G1): the lower two need nothing, the highest needs that nobody asked
 * for read-only and that every further condition is met.
 */
public final class ModeLadder {

    private ModeLadder() {
    }

    /**
     * Why the mode is refused, all reasons at once; empty when it is not.
     *
     * @param readOnly the setting {@code portcullis.read-only}
     * @param unmet further conditions that are not met, in words
     */
    public static List<String> refusals(Mode mode, boolean readOnly, List<String> unmet) {
        List<String> reasons = new ArrayList<>();
        if (mode == Mode.LIVE) {
            if (readOnly) {
                reasons.add("portcullis.read-only is true");
            }
            reasons.addAll(unmet);
        }
        return List.copyOf(reasons);
    }

    /**
     * Refuses the mode, naming all reasons at once, unless there is none.
     *
     * @throws IllegalStateException with every reason; nothing starts in a mode that is refused
     */
    public static void demand(Mode mode, boolean readOnly, List<String> unmet) {
        List<String> refusals = refusals(mode, readOnly, unmet);
        if (!refusals.isEmpty()) {
            throw new IllegalStateException("portcullis.mode=" + mode + " is refused: " + String.join("; ", refusals)
                    + "; use PAPER or DRY_RUN");
        }
    }

    /** Whether a real venue may only be read: always below LIVE, whatever was set. */
    public static boolean readOnly(Mode mode, boolean setting) {
        return mode != Mode.LIVE || setting;
    }
}
