package org.portcullis.strategy.adapter.rules;

import org.portcullis.strategy.PackParameters;

/** A pack without arithmetic of its own: stops and targets in average true ranges. */
final class PlainKind implements PackKind<PackParameters> {

    @Override
    public PackParameters limits(PackParameters parameters) {
        parameters.number("stop-atr");
        parameters.number("target-atr");
        return parameters;
    }

    @Override
    public boolean looksAtStructure() {
        return false;
    }

    @Override
    public boolean rulesAlone() {
        return true;
    }
}
