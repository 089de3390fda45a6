package org.portcullis.engine.route;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jms.core.JmsTemplate;

/**
 * Sends over the broker at once, never inside a handler's broker transaction: an output is on disk before its input is
 * taken off the queue, so a crash repeats an output (which the duplicate id and every handler absorb) but cannot lose
 * one.
 *
 * <p>Ids are told apart by the start of this process: the broker remembers ids over a restart, {@link Drain} does not,
 * so a message that was handled before a crash and is sent again after it would be dropped and waited for without end.
 * It is delivered again instead, and its handler finds it known.
 */
final class JmsMessageBus implements MessageBus {

    static final String ID_HEADER = "portcullisMessageId";
    private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";
    private static final String ONLY_FOR = "onlyFor";

    private final JmsTemplate durable;
    private final JmsTemplate passing;
    private final Drain drain;
    private final String start;

    /**
     * @param connections a factory of its own, so that no handler's session is picked up by it
     * @param oneSession a factory that always gives the same session: passing messages are not waited for, and two
     *         sessions may overtake each other
     * @param start what tells this start of the process from every other
     */
    JmsMessageBus(ConnectionFactory connections, ConnectionFactory oneSession, Drain drain, String start) {
        this.durable = template(connections, false, DeliveryMode.PERSISTENT);
        this.passing = template(oneSession, true, DeliveryMode.NON_PERSISTENT);
        this.drain = drain;
        this.start = start;
    }

    @Override
    public void send(String address, String messageId, Object word) {
        String body = Json.write(word);
        String id = messageId + "@" + start;
        drain.opened(id);
        try {
            durable.send(address, session -> stamped(session.createTextMessage(body), id, null, true));
        } catch (RuntimeException refused) {
            drain.notSent(id);
            throw refused;
        }
    }

    @Override
    public void show(String address, String messageId, Object word, String onlyFor) {
        show(address, messageId, Json.write(word), onlyFor);
    }

    @Override
    public void show(String address, String messageId, Object word, List<String> listeners) {
        String body = Json.write(word);
        listeners.forEach(listener -> show(address, messageId, body, listener));
    }

    private void show(String address, String messageId, String body, String onlyFor) {
        String id = messageId + "/" + onlyFor;
        drain.opened(id);
        try {
            passing.send(address, session -> stamped(session.createTextMessage(body), id, onlyFor, false));
        } catch (RuntimeException refused) {
            drain.notSent(id);
            throw refused;
        }
    }

    private static Message stamped(Message message, String id, @Nullable String onlyFor, boolean unique)
            throws JMSException {
        message.setStringProperty(ID_HEADER, id);
        if (unique) {
            message.setStringProperty(DUPLICATE_ID, id);
        }
        if (onlyFor != null) {
            message.setStringProperty(ONLY_FOR, onlyFor);
        }
        return message;
    }

    private static JmsTemplate template(ConnectionFactory connections, boolean topic, int deliveryMode) {
        JmsTemplate template = new JmsTemplate(connections);
        template.setPubSubDomain(topic);
        template.setExplicitQosEnabled(true);
        template.setDeliveryMode(deliveryMode);
        template.setSessionTransacted(false);
        return template;
    }
}
