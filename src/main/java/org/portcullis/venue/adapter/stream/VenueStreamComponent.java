package org.portcullis.venue.adapter.stream;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code venue-stream:NAME}: the configured live feed as the start of a route; its body is what came since the last.
 */
public final class VenueStreamComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new VenueStreamEndpoint(uri, this);
    }
}
