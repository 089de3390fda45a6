package org.portcullis.venue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.route.Json;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.order.OrderReport;

/** The gateway's own log, synced before each send, so that it knows after a crash what may be at the venue. */
final class GatewayLog {

    private final Ledger ledger;
    private final Map<ClientOrderId, GatewayRecord> last = new LinkedHashMap<>();
    private int starts;

    GatewayLog(Ledger ledger) {
        this.ledger = ledger;
        ledger.replay(text -> apply(Json.read(text, GatewayRecord.class)));
    }

    /** How often the gateway was started, this time included once it has noted it. */
    int starts() {
        return starts;
    }

    /** The last record about an order, or nothing when the gateway has never seen it. */
    @Nullable GatewayRecord last(ClientOrderId order) {
        return last.get(order);
    }

    void started(long atMs) {
        keep(new GatewayRecord(GatewayRecord.Kind.STARTED, "", null), atMs);
        ledger.sync();
    }

    /** Durable when it returns: only then may the venue be asked. */
    void sending(ClientOrderId order, long atMs) {
        keep(new GatewayRecord(GatewayRecord.Kind.SENDING, order.value(), null), atMs);
        ledger.sync();
    }

    /** Not synced: without it the venue is merely asked once more. */
    void answered(ClientOrderId order, long atMs) {
        keep(new GatewayRecord(GatewayRecord.Kind.ANSWERED, order.value(), null), atMs);
    }

    /** Durable when it returns: from now on the order is refused for ever. */
    void settled(OrderReport verdict) {
        keep(new GatewayRecord(GatewayRecord.Kind.SETTLED, verdict.clientOrderId().value(), verdict), verdict.atMs());
        ledger.sync();
    }

    /** Orders whose sending was begun and never answered. */
    List<ClientOrderId> inFlight() {
        return last.entrySet().stream().filter(entry -> entry.getValue().kind() == GatewayRecord.Kind.SENDING)
                .map(Map.Entry::getKey).toList();
    }

    /** The gateway's own last words, the newest at the end. */
    List<OrderReport> settledLast(int max) {
        List<OrderReport> verdicts = new ArrayList<>();
        for (GatewayRecord record : last.values()) {
            OrderReport verdict = record.verdict();
            if (verdict != null) {
                verdicts.add(verdict);
            }
        }
        return verdicts.subList(Math.max(0, verdicts.size() - max), verdicts.size());
    }

    private void keep(GatewayRecord record, long atMs) {
        ledger.append(Json.write(record), atMs);
        apply(record);
    }

    private void apply(GatewayRecord record) {
        if (record.kind() == GatewayRecord.Kind.STARTED) {
            starts++;
        } else {
            last.put(new ClientOrderId(record.clientOrderId()), record);
        }
    }
}
