package org.portcullis.research.domain.signals;

import java.util.List;

/**
 * What was looked at, and by which rules: two scans of equal terms find the same.
 *
 * @param dataHash     hash of the bars, lower-case hexadecimal; equal to that of a backtest over the same bars
 * @param rulesVersion version of the rules
 * @param policyHash   hash of the limits and parameters in force
 * @param fromMs       open time of the first minute, milliseconds since 1970 UTC
 * @param toMs         close time of the last minute
 * @param symbols      canonical symbols, in their order
 * @param strategies   strategies that were asked
 * @param horizons     after how many bars proposals are looked at again
 */
public record ScanTerms(String dataHash, String rulesVersion, String policyHash, long fromMs, long toMs,
        List<String> symbols, List<String> strategies, Horizons horizons) {

    public ScanTerms {
        symbols = List.copyOf(symbols);
        strategies = List.copyOf(strategies);
    }
}
