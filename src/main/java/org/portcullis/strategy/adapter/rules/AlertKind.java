package org.portcullis.strategy.adapter.rules;

import org.portcullis.strategy.AlertParameters;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.TriggerHit;

/** Every alert is as sure as its parameter says; prices in average true ranges from the last price. */
final class AlertKind implements PackKind<AlertParameters> {

    @Override
    public AlertParameters limits(PackParameters parameters) {
        parameters.number("stop-atr");
        parameters.number("target-atr");
        return AlertParameters.from(parameters);
    }

    @Override
    public TriggerHit trusted(TriggerHit hit, AlertParameters limits) {
        return hit.withConfidence(limits.confidence());
    }

    @Override
    public boolean looksAtStructure() {
        return false;
    }
}
