package org.portcullis.research.domain.signals;

import java.util.List;

/**
 * What the price did after every bar: what entries at any time would have met.
 *
 * @param moves by horizon, in the order of the horizons
 */
public record Baseline(List<UsualMove> moves) {

    public Baseline {
        moves = List.copyOf(moves);
    }

    /** Over that horizon. */
    public UsualMove over(int horizon) {
        return moves.get(horizon);
    }
}
