package org.portcullis.research;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.kernel.Money;

/**
 * How often what happened in a backtest. Numbers of times are never negative.
 *
 * @param bars       bars that were walked
 * @param proposals  proposals that strategies made
 * @param approved   orders that the desk let go
 * @param denied     orders that it refused
 * @param asked      orders that would have waited for a person
 * @param orders     orders that reached the simulated venue
 * @param fills      fills of them
 * @param turnover   value of all fills, entries and exits added
 * @param noTrade    bars without a proposal, by reason; iterates by reason
 * @param denials    reasons for which orders were denied, by code; one order may have several
 * @param openAtEnd  positions still open at the end
 * @param unrealised their profit at the last marks, exit fees not taken off
 */
public record BacktestCounts(long bars, long proposals, long approved, long denied, long asked, long orders, long fills,
        Money turnover, Map<String, Long> noTrade, Map<String, Long> denials, int openAtEnd, Money unrealised) {

    public BacktestCounts {
        if (Math.min(Math.min(Math.min(bars, proposals), Math.min(approved, denied)),
                Math.min(Math.min(asked, orders), Math.min(fills, openAtEnd))) < 0 || turnover.isNegative()) {
            throw new IllegalArgumentException("a backtest cannot count below zero");
        }
        noTrade = Collections.unmodifiableMap(new TreeMap<>(noTrade));
        denials = Collections.unmodifiableMap(new TreeMap<>(denials));
    }
}
