package org.portcullis.market.domain.pool;

import org.portcullis.market.DisplacementSettings;

/** S0-11: whether a bar shows that one side has taken over (SMC B3). */
public final class Displacement {

    private final DisplacementSettings settings;

    public Displacement(DisplacementSettings settings) {
        this.settings = settings;
    }

    /** Whether the bar is a displacement in the direction. Strict: a body of exactly the share is none. */
    public boolean holds(PoolBar bar, int direction) {
        double body = direction * (bar.close() - bar.open());
        double range = bar.high() - bar.low();
        return body > settings.bodyShareMin() * range && range > 0
                && (!settings.bySize() || large(bar, body))
                && (!settings.byClose() || closesNearEnd(bar, direction, range))
                && (!settings.byVolume() || loud(bar));
    }

    private boolean large(PoolBar bar, double body) {
        return body >= settings.bodyAtrMin() * bar.atr() || bar.bodyZ() >= settings.bodyZMin();
    }

    private boolean closesNearEnd(PoolBar bar, int direction, double range) {
        double left = direction > 0 ? bar.high() - bar.close() : bar.close() - bar.low();
        return left <= settings.closeShareMax() * range;
    }

    private boolean loud(PoolBar bar) {
        return Double.isNaN(bar.volumeRatio()) || bar.volumeRatio() >= settings.volumeRatioMin();
    }
}
