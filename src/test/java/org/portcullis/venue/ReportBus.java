package org.portcullis.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.order.OrderReport;

/** Collects what is sent. */
final class ReportBus implements MessageBus {
    private final Map<String, OrderReport> sent = new LinkedHashMap<>();
    private final List<String> ids = new ArrayList<>();
    boolean refuse;

    @Override
    public void send(String address, String messageId, Object word) {
        if (refuse) {
            throw new IllegalStateException("the broker is down");
        }
        assertThat(address).isEqualTo("order.report.v1");
        ids.add(messageId);
        sent.put(messageId, (OrderReport) word);
    }

    @Override
    public void show(String address, String messageId, Object word, String onlyFor) {
        throw new UnsupportedOperationException("the gateway shows nothing");
    }

    List<String> ids() {
        return ids;
    }

    List<OrderReport> reports() {
        return List.copyOf(sent.values());
    }

    OrderReport only() {
        assertThat(ids).hasSize(1);
        return sent.get(ids.get(0));
    }

    void clear() {
        sent.clear();
        ids.clear();
    }
}
