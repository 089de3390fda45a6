package org.portcullis.research;

import java.util.List;

/**
 * What a backtest did, whole: everything its report is made of.
 *
 * @param terms   what it was run with
 * @param trades  closed round trips, by the time of closing
 * @param equity  worth of the account, later samples last: the first and the last moment, and at most one a minute
 *     between them, only where equity or exposure moved; empty when no bar was walked
 * @param counts  how often what happened
 * @param seconds how long the walk took; the one figure here that two equal runs do not share
 */
public record BacktestResult(BacktestTerms terms, List<BacktestTrade> trades, List<EquitySample> equity,
        BacktestCounts counts, double seconds) {

    public BacktestResult {
        trades = List.copyOf(trades);
        equity = List.copyOf(equity);
        if (!(seconds >= 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException("a backtest took " + seconds + " seconds");
        }
        for (int i = 1; i < trades.size(); i++) {
            if (trades.get(i).closedAtMs() < trades.get(i - 1).closedAtMs()) {
                throw new IllegalArgumentException("trade " + i + " closes before the trade ahead of it");
            }
        }
        for (int i = 1; i < equity.size(); i++) {
            if (equity.get(i).atMs() <= equity.get(i - 1).atMs()) {
                throw new IllegalArgumentException("equity sample " + i + " is not later than the one ahead of it");
            }
        }
    }
}
