package org.portcullis.market.domain.indicator;

/** How unusual a volume is: its distance from the mean of the {@code window} volumes before it. */
public final class VolumeZ {

    private final RollingSpread before;

    public VolumeZ(int window) {
        this.before = new RollingSpread(window);
    }

    /**
     * Takes the next volume; {@link Double#NaN} until {@code window} volumes came before it, then its distance from
     * their mean in population standard deviations, 0 when they are all alike.
     */
    public double push(double volume) {
        double z = before.full() ? before.zScore(volume) : Double.NaN;
        before.push(volume);
        return z;
    }
}
