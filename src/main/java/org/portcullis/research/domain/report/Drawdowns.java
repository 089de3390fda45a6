package org.portcullis.research.domain.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.Money;
import org.portcullis.research.BacktestTerms;
import org.portcullis.research.EquitySample;

/** All drawdowns of a run in the order of time, one walk over its equity; the cash at the start is the first best. */
final class Drawdowns {

    private final List<Drawdown> found = new ArrayList<>();
    private Money best;
    private long bestMs;
    private @Nullable EquitySample lowest;

    private Drawdowns(BacktestTerms terms) {
        best = terms.cash();
        bestMs = terms.fromMs();
    }

    static List<Drawdown> of(BacktestTerms terms, List<EquitySample> equity) {
        Drawdowns walk = new Drawdowns(terms);
        equity.forEach(walk::take);
        walk.close(null);
        return walk.found;
    }

    /** The deepest in percent, 0 without any (M. Magdon-Ismail and A. Atiya, Maximum Drawdown, Risk 17(10), 2004). */
    static Figure deepestPct(BacktestTerms terms, List<Drawdown> all) {
        return terms.cash().e8() == 0 && all.isEmpty() ? Figure.none("no cash at the start")
                : Figure.of(all.stream().mapToDouble(Drawdown::pct).max().orElse(0));
    }

    /** At most that many, deepest first; of two equal ones the earlier. */
    static List<Drawdown> deepest(List<Drawdown> all, int most) {
        return all.stream().sorted(Comparator.comparingDouble(Drawdown::pct).reversed()
                .thenComparingLong(Drawdown::fromMs)).limit(most).toList();
    }

    private void take(EquitySample sample) {
        if (sample.equity().compareTo(best) >= 0) {
            close(sample.atMs());
            best = sample.equity();
            bestMs = sample.atMs();
        } else if (lowest == null || sample.equity().compareTo(lowest.equity()) < 0) {
            lowest = sample;
        }
    }

    private void close(@Nullable Long untilMs) {
        if (lowest != null && best.e8() > 0) {
            Money amount = best.minus(lowest.equity());
            found.add(new Drawdown(bestMs, lowest.atMs(), untilMs, amount, 100.0 * amount.e8() / best.e8()));
        }
        lowest = null;
    }
}
