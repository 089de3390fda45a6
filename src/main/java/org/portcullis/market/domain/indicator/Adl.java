package org.portcullis.market.domain.indicator;

/**
 * Accumulation and distribution line (M. Chaikin): the running sum of volume, each bar's taken by where in its range it
 * closed. Only its changes mean something: its height depends on where the series began.
 */
public final class Adl {

    private double line;
    private double lost;

    /** Takes the next bar; the line from the first one on. */
    public double push(double high, double low, double close, double volume) {
        double flow = MoneyFlow.multiplier(high, low, close) * volume;
        double next = line + flow;
        lost += Math.abs(line) >= Math.abs(flow) ? line - next + flow : flow - next + line;
        line = next;
        return line + lost;
    }
}
