package org.portcullis.engine.route;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/** Tells the drain when a route has handled a message; a failed one stays open because the broker delivers it again. */
final class DrainPolicy extends RoutePolicySupport implements RoutePolicyFactory {

    private final Drain drain;

    DrainPolicy(Drain drain) {
        this.drain = drain;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
        return this;
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        String messageId = id(exchange);
        if (messageId != null && !exchange.isFailed() && route.getConsumer().getEndpoint().getEndpointUri()
                .startsWith("jms")) {
            drain.closed(messageId);
        }
    }

    private static @Nullable String id(Exchange exchange) {
        return exchange.getIn().getHeader(JmsMessageBus.ID_HEADER, String.class);
    }
}
