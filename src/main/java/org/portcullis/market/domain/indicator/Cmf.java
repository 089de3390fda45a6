package org.portcullis.market.domain.indicator;

/** Chaikin money flow: volume taken by where in its range each bar closed, over all volume of the window, -1 to 1. */
public final class Cmf {

    private final RollingSum flows;
    private final RollingSum volumes;

    public Cmf(int period) {
        this.flows = new RollingSum(period);
        this.volumes = new RollingSum(period);
    }

    /** Takes the next bar; {@link Double#NaN} until {@code period} bars were taken; 0 when nothing was traded. */
    public double push(double high, double low, double close, double volume) {
        double flow = flows.push(MoneyFlow.multiplier(high, low, close) * volume);
        double all = volumes.push(volume);
        return !volumes.full() ? Double.NaN : all > 0 ? flow / all : 0;
    }
}
