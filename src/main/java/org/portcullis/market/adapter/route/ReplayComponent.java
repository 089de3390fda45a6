package org.portcullis.market.adapter.route;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;

/**
 * {@code replay:NAME}: the configured replay as the start of a route; its body is a {@link
 * org.portcullis.market.MarketFrame}.
 */
public final class ReplayComponent extends DefaultComponent {

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        return new ReplayEndpoint(uri, this);
    }
}
