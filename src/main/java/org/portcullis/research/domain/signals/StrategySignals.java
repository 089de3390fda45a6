package org.portcullis.research.domain.signals;

import java.util.SortedMap;

/**
 * What one strategy proposed and what came after.
 *
 * @param strategy  its name
 * @param all       everything it proposed
 * @param bySymbol  by instrument; iterates by name, like all below
 * @param byRule    by the rule that formed it
 * @param byHour    by hour of day, UTC: {@code 00} to {@code 23}
 * @param byRegime  by the kind of market
 */
public record StrategySignals(String strategy, SignalFigures all, SortedMap<String, SignalFigures> bySymbol,
        SortedMap<String, SignalFigures> byRule, SortedMap<String, SignalFigures> byHour,
        SortedMap<String, SignalFigures> byRegime) {
}
