package org.portcullis.market.adapter.route;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Where a replay enters Camel. */
final class ReplayEndpoint extends DefaultEndpoint {

    ReplayEndpoint(String uri, ReplayComponent component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException(
                "replay: only begins routes; send bars to a market event address instead");
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new ReplayConsumer(this, processor);
    }
}
