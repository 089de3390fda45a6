package org.portcullis.engine.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmbeddedBrokerTest {

    /** Any number serves; the tests of a whole application may run a broker of their own in the same process. */
    private static final int SERVER = 77;
    private static final long SHORT_MS = 200;

    @TempDir
    Path folder;

    private record Word(String text) {
    }

    @Test
    void a_message_sent_twice_with_one_id_arrives_once_even_over_a_restart_of_the_broker() {
        try (EmbeddedBroker broker = broker(); ActiveMQConnectionFactory connections = connections()) {
            bus(connections).send(Addresses.ORDER_STEP, "step-1", new Word("first"));
        }
        try (EmbeddedBroker broker = broker(); ActiveMQConnectionFactory connections = connections()) {
            bus(connections).send(Addresses.ORDER_STEP, "step-1", new Word("first"));
            bus(connections).send(Addresses.ORDER_STEP, "step-2", new Word("second"));
            assertThat(take(connections, Addresses.ORDER_STEP)).isEqualTo("{\"text\":\"first\"}");
            assertThat(take(connections, Addresses.ORDER_STEP)).isEqualTo("{\"text\":\"second\"}");
            assertThat(take(connections, Addresses.ORDER_STEP)).isNull();
        }
    }

    @Test
    void what_was_handled_before_a_crash_and_is_sent_again_after_it_is_delivered_so_that_nobody_waits_for_it() {
        Drain after = new Drain();
        try (EmbeddedBroker broker = broker(); ActiveMQConnectionFactory connections = connections()) {
            bus(connections).send(Addresses.ORDER_STEP, "step-1", new Word("first"));
            assertThat(take(connections, Addresses.ORDER_STEP)).isNotNull();
        }
        try (EmbeddedBroker broker = broker(); ActiveMQConnectionFactory connections = connections()) {
            new JmsMessageBus(connections, connections, after, "second")
                    .send(Addresses.ORDER_STEP, "step-1", new Word("first"));
            assertThat(after.size()).isEqualTo(1);
            assertThat(take(connections, Addresses.ORDER_STEP)).isEqualTo("{\"text\":\"first\"}");
        }
    }

    @Test
    void a_market_event_is_shown_only_to_the_listener_it_is_for() {
        try (EmbeddedBroker broker = broker(); ActiveMQConnectionFactory connections = connections()) {
            bus(connections).show(Addresses.MARKET_EVENT, "frame", new Word("bars"), "desk");
            assertThat(take(connections, Addresses.MARKET_EVENT + "::" + Addresses.MARKET_EVENT + ".brain")).isNull();
            assertThat(take(connections, Addresses.MARKET_EVENT + "::" + Addresses.MARKET_EVENT + ".desk"))
                    .contains("bars");
        }
    }

    @Test
    void what_is_shown_arrives_in_the_order_in_which_it_was_shown() throws Exception {
        int shown = 8_000;
        try (EmbeddedBroker broker = broker(); ActiveMQConnectionFactory connections = connections();
                Connection listening = connections.createConnection()) {
            List<Integer> arrived = Collections.synchronizedList(new ArrayList<>());
            Session session = listening.createSession();
            session.createConsumer(session.createQueue(Addresses.MARKET_EVENT + "::" + Addresses.MARKET_EVENT
                    + ".brain")).setMessageListener(message -> arrived.add(number(message)));
            listening.start();
            JmsPoolConnectionFactory one = RouteConfiguration.oneSession(connections);
            JmsMessageBus bus = new JmsMessageBus(connections, one, new Drain(), "first");
            for (int i = 0; i < shown; i++) {
                bus.show(Addresses.MARKET_EVENT, "frame-" + i, new Word(Integer.toString(i)),
                        List.of("desk", "brain"));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> arrived.size() == shown);
            one.stop();
            assertThat(IntStream.range(0, shown).filter(i -> arrived.get(i) != i).findFirst()).isEmpty();
        }
    }

    private static int number(Message message) {
        try {
            return Integer.parseInt(((TextMessage) message).getText().replaceAll("\\D", ""));
        } catch (JMSException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void an_address_that_was_not_declared_takes_nothing() {
        try (EmbeddedBroker broker = broker(); ActiveMQConnectionFactory connections = connections()) {
            assertThatThrownBy(() -> bus(connections).send("order.nonsense.v1", "x", new Word("lost")))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    private EmbeddedBroker broker() {
        return new EmbeddedBroker(folder, -1, SERVER);
    }

    private static ActiveMQConnectionFactory connections() {
        return new ActiveMQConnectionFactory("vm://" + SERVER);
    }

    private static JmsMessageBus bus(ActiveMQConnectionFactory connections) {
        return new JmsMessageBus(connections, connections, new Drain(), "first");
    }

    private static @Nullable String take(ActiveMQConnectionFactory connections, String queue) {
        JmsTemplate template = new JmsTemplate(connections);
        template.setReceiveTimeout(SHORT_MS);
        try {
            Message message = template.receive(queue);
            return message instanceof TextMessage text ? text.getText() : null;
        } catch (jakarta.jms.JMSException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
