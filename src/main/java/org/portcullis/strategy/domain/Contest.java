package org.portcullis.strategy.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.NoTrade;
import org.portcullis.strategy.NoTradeReason;
import org.portcullis.strategy.Proposal;
import org.portcullis.strategy.StrategyOutcome;

/**
 * One entry for each instrument and bar: the highest confidence wins, ties by name of the strategy (S2-REQ-STR4). Exits
 * stand in no contest with entries nor with each other, because each closes what its own strategy holds: all of them
 * are proposed, before the entry. Only an entry that would open again what its own strategy closes gives way.
 */
public final class Contest {

    private static final Comparator<Proposal> ORDER = Comparator.comparing(Proposal::intent, Comparator.reverseOrder())
            .thenComparing(Comparator.comparingDouble(Proposal::confidence).reversed())
            .thenComparing(Proposal::strategy).thenComparing(Proposal::rule).thenComparing(Proposal::side);

    private Contest() {
    }

    /** What is proposed, and the others, told as reasons for no trade; {@code proposals} holds at least one. */
    public static StrategyOutcome.Proposed decide(List<Proposal> proposals) {
        return proposals.size() == 1 ? new StrategyOutcome.Proposed(proposals.get(0), List.of())
                : among(proposals);
    }

    private static StrategyOutcome.Proposed among(List<Proposal> proposals) {
        List<Proposal> chosen = new ArrayList<>();
        List<NoTrade> outvoted = new ArrayList<>();
        for (Proposal next : proposals.stream().sorted(ORDER).toList()) {
            Proposal before = chosen.isEmpty() ? null : chosen.get(chosen.size() - 1);
            if (next.intent() == Intent.ENTER && closes(chosen, next)) {
                outvoted.add(lost(next, NoTradeReason.EXIT_FIRST, next.rule() + ": " + next.strategy() + " closes "
                        + next.side() + " in the same bar"));
            } else if (next.intent() == Intent.ENTER && before != null && before.intent() == Intent.ENTER) {
                outvoted.add(lost(next, NoTradeReason.LOWER_CONFIDENCE, next.strategy() + " " + next.confidence()
                        + " against " + before.strategy() + " " + before.confidence()));
            } else {
                chosen.add(next);
            }
        }
        return new StrategyOutcome.Proposed(chosen.get(0), chosen.subList(1, chosen.size()), outvoted);
    }

    private static boolean closes(List<Proposal> chosen, Proposal entry) {
        return chosen.stream().anyMatch(exit -> exit.intent() == Intent.EXIT
                && exit.strategy().equals(entry.strategy()) && exit.side() == entry.side().opposite());
    }

    private static NoTrade lost(Proposal loser, NoTradeReason reason, String words) {
        return new NoTrade(loser.instrument(), loser.barOpenTimeMs(), reason, words);
    }
}
