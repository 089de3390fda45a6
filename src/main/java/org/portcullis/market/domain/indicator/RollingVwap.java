package org.portcullis.market.domain.indicator;

/** Volume-weighted mean of the last {@code window} prices. */
public final class RollingVwap {

    private final RollingSum traded;
    private final RollingSum volumes;

    public RollingVwap(int window) {
        this.traded = new RollingSum(window);
        this.volumes = new RollingSum(window);
    }

    /**
     * Takes the next price and its volume; {@link Double#NaN} until {@code window} prices were taken, then their
     * weighted mean, or the price itself when nothing was traded in the window.
     */
    public double push(double price, double volume) {
        double amount = traded.push(price * volume);
        double weight = volumes.push(volume);
        if (!volumes.full()) {
            return Double.NaN;
        }
        return weight > 0 ? amount / weight : price;
    }
}
