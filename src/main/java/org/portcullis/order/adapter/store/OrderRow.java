package org.portcullis.order.adapter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.order.Order;
import org.portcullis.order.OrderState;
import org.portcullis.order.SubmitOrder;
import org.portcullis.strategy.Intent;

/** One order between its record and its row. */
final class OrderRow {

    private OrderRow() {
    }

    static Order read(ResultSet row, int number) throws SQLException {
        return new Order(new ClientOrderId(row.getString("client_order_id")), row.getString("decision_id"),
                row.getString("proposal_id"), new AccountId(row.getString("account")),
                new InstrumentId(row.getString("instrument")), row.getString("strategy"), row.getString("rule"),
                Intent.valueOf(row.getString("intent")), Side.valueOf(row.getString("side")),
                SubmitOrder.Type.valueOf(row.getString("type")), new Quantity(row.getLong("quantity_e8")),
                new Price(row.getLong("limit_price_e8")), new Price(row.getLong("reference_price_e8")),
                new Price(row.getLong("stop_price_e8")), new Price(row.getLong("target_price_e8")),
                new Quantity(row.getLong("filled_e8")), new Money(row.getLong("filled_notional_e8")),
                new Money(row.getLong("fees_e8")), OrderState.valueOf(row.getString("state")), row.getString("reason"),
                row.getBoolean("ask_person"), row.getString("ask_reasons"), row.getString("approved_by"),
                row.getString("venue_order_id"), timeMs(row, "created_at"), timeMs(row, "updated_at"),
                timeOrNothing(row, "ended_at"), timeOrNothing(row, "approval_expires_at"), row.getInt("version"));
    }

    /** Every column by its name. */
    static Map<String, @Nullable Object> columns(Order order) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("client_order_id", order.clientOrderId().value());
        columns.put("decision_id", order.decisionId());
        columns.put("proposal_id", order.proposalId());
        columns.put("account", order.account().value());
        columns.put("instrument", order.instrument().value());
        columns.put("strategy", order.strategy());
        columns.put("rule", order.rule());
        columns.put("intent", order.intent().name());
        columns.put("side", order.side().name());
        columns.put("type", order.type().name());
        columns.put("quantity_e8", order.quantity().e8());
        columns.put("limit_price_e8", order.limitPrice().e8());
        columns.put("reference_price_e8", order.referencePrice().e8());
        columns.put("stop_price_e8", order.stopPrice().e8());
        columns.put("target_price_e8", order.targetPrice().e8());
        columns.put("filled_e8", order.filled().e8());
        columns.put("filled_notional_e8", order.filledNotional().e8());
        columns.put("fees_e8", order.fees().e8());
        columns.put("state", order.state().name());
        columns.put("reason", order.reason());
        columns.put("ask_person", order.askPerson());
        columns.put("ask_reasons", order.askReasons());
        columns.put("approved_by", order.approvedBy());
        columns.put("venue_order_id", order.venueOrderId());
        columns.put("created_at", at(order.createdAtMs()));
        columns.put("updated_at", at(order.updatedAtMs()));
        columns.put("ended_at", atOrNothing(order.endedAtMs()));
        columns.put("approval_expires_at", atOrNothing(order.approvalExpiresAtMs()));
        columns.put("version", order.version());
        return columns;
    }

    static OffsetDateTime at(long epochMs) {
        return Instant.ofEpochMilli(epochMs).atOffset(ZoneOffset.UTC);
    }

    static long timeMs(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toEpochMilli();
    }

    static @Nullable OffsetDateTime atOrNothing(@Nullable Long epochMs) {
        return epochMs == null ? null : at(epochMs);
    }

    static @Nullable Long timeOrNothing(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant().toEpochMilli();
    }
}
