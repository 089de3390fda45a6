package org.portcullis.research;

import java.util.List;

/**
 * What a model learned from.
 *
 * @param source    the bars, for a person
 * @param barsHash  hash of every believed bar
 * @param from      open time of the first bar, UTC
 * @param to        close time of the last bar, UTC
 * @param symbols   instruments, in alphabetical order
 * @param bars      believed bars
 * @param patterns  patterns found in them
 * @param rows      patterns that got a label; the last ones of a span get none
 * @param wins      rows that reached the target first
 */
public record TrainingSpan(String source, String barsHash, String from, String to, List<String> symbols, long bars,
        long patterns, int rows, int wins) {

    public TrainingSpan {
        symbols = List.copyOf(symbols);
    }
}
