package org.portcullis.engine.route;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultRoute;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Which messages nobody has to wait for any more. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DrainPolicyTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Drain drain = new Drain();
    private final DrainPolicy policy = new DrainPolicy(drain);

    @BeforeEach
    void begin() {
        camel.addComponent("jms", new JmsComponent());
        drain.opened("message");
    }

    @AfterEach
    void end() {
        camel.stop();
    }

    @Test
    void a_message_that_was_handled_is_over() {
        done("jms:queue:a?transacted=true", null);
        assertThat(drain.size()).isZero();
    }

    @Test
    void one_that_failed_and_comes_again_is_still_open() {
        done("jms:queue:a?transacted=true", new IllegalStateException("later"));
        assertThat(drain.size()).isEqualTo(1);
    }

    @Test
    void one_that_failed_after_it_was_acknowledged_never_comes_again_and_is_over() {
        done("jms:queue:a?transacted=false&acknowledgementModeName=AUTO_ACKNOWLEDGE",
                new IllegalStateException("lost"));
        assertThat(drain.size()).isZero();
    }

    @Test
    void what_a_route_passes_on_inside_ends_where_it_came_from() {
        done("direct:inside", null);
        assertThat(drain.size()).isEqualTo(1);
    }

    private void done(String uri, @Nullable Exception failure) {
        Endpoint from = camel.getEndpoint(uri);
        Exchange exchange = new DefaultExchange(camel);
        exchange.getIn().setHeader(JmsMessageBus.ID_HEADER, "message");
        exchange.setException(failure);
        policy.onExchangeDone(route(from), exchange);
    }

    private Route route(Endpoint from) {
        Consumer consumer = new DefaultConsumer(from, (Processor) exchange -> { });
        return new DefaultRoute(camel, null, null, "a-route", null, null, null) {
            @Override
            public Consumer getConsumer() {
                return consumer;
            }
        };
    }
}
