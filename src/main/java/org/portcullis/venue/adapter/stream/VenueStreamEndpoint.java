package org.portcullis.venue.adapter.stream;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** Where a venue's streams enter Camel. */
final class VenueStreamEndpoint extends DefaultEndpoint {

    VenueStreamEndpoint(String uri, VenueStreamComponent component) {
        super(uri, component);
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("venue-stream: only begins routes; nothing is sent to a venue by it");
    }

    @Override
    public Consumer createConsumer(Processor processor) {
        return new VenueStreamConsumer(this, processor);
    }
}
