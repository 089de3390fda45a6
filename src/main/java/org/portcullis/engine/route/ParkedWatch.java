package org.portcullis.engine.route;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.core.JmsTemplate;

/** Looks at the parked queues and says once of every message that five deliveries could not be handled. */
public final class ParkedWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedWatch.class);

    private final JmsTemplate browser;
    private final Drain drain;
    private final Map<String, Set<String>> seen = new ConcurrentHashMap<>();

    ParkedWatch(ConnectionFactory connections, Drain drain) {
        this.browser = new JmsTemplate(connections);
        this.drain = drain;
    }

    /** Looks once at every parked queue. */
    public void look() {
        for (String address : Addresses.ALL) {
            String parked = Addresses.parked(address);
            browser.browse(parked, (session, queue) -> {
                for (Object message : Collections.list(queue.getEnumeration())) {
                    found(parked, (Message) message);
                }
                return null;
            });
        }
    }

    /** How many parked messages were seen, by queue. */
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new java.util.TreeMap<>();
        seen.forEach((queue, ids) -> counts.put(queue, ids.size()));
        return counts;
    }

    private void found(String parked, Message message) throws JMSException {
        String id = String.valueOf(message.getStringProperty(JmsMessageBus.ID_HEADER));
        if (seen.computeIfAbsent(parked, queue -> ConcurrentHashMap.newKeySet()).add(id)) {
            LOG.error("message {} could not be handled and is parked in {}; see the log above for the cause, "
                    + "mend it, then move the message back", id, parked);
            drain.closed(id);
        }
    }
}
