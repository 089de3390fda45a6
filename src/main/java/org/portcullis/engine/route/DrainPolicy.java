package org.portcullis.engine.route;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/**
 * Tells the drain when a route has handled a message. A failed one stays open where the broker delivers it again; where
 * it does not, because the message was acknowledged as it came, it is over.
 */
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
        if (messageId != null && route.getConsumer().getEndpoint() instanceof JmsEndpoint broker
                && (!exchange.isFailed() || !comesAgain(broker))) {
            drain.closed(messageId);
        }
    }

    private static boolean comesAgain(JmsEndpoint broker) {
        return broker.getConfiguration().isTransacted();
    }

    private static @Nullable String id(Exchange exchange) {
        return exchange.getIn().getHeader(JmsMessageBus.ID_HEADER, String.class);
    }
}
