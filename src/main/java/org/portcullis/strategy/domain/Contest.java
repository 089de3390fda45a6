package org.portcullis.strategy.domain;

import java.util.Comparator;
import java.util.List;
import org.portcullis.strategy.NoTrade;
import org.portcullis.strategy.NoTradeReason;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyOutcome;

/**
 * One proposal for each instrument and bar: the highest confidence wins, ties by name of the strategy (S2-REQ-STR4).
 */
public final class Contest {

    private static final Comparator<Proposal> ORDER = Comparator.comparingDouble(Proposal::confidence).reversed()
            .thenComparing(Proposal::strategy).thenComparing(Proposal::rule);

    private Contest() {
    }

    /** The winner and the others, told as reasons for no trade; {@code proposals} holds at least one. */
    public static StrategyOutcome.Proposed decide(List<Proposal> proposals) {
        if (proposals.size() == 1) {
            return new StrategyOutcome.Proposed(proposals.get(0), List.of());
        }
        List<Proposal> ranked = proposals.stream().sorted(ORDER).toList();
        Proposal winner = ranked.get(0);
        List<NoTrade> outvoted = ranked.stream().skip(1).map(loser -> new NoTrade(loser.instrument(),
                loser.barOpenTimeMs(), NoTradeReason.LOWER_CONFIDENCE, loser.strategy() + " " + loser.confidence()
                + " against " + winner.strategy() + " " + winner.confidence())).toList();
        return new StrategyOutcome.Proposed(winner, outvoted);
    }
}
