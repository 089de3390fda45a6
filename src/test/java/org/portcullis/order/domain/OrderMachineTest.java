package org.portcullis.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderReport.Kind;
import org.portcullis.order.OrderState;
import org.portcullis.order.domain.OrderMachine.Answer;
import org.portcullis.order.domain.OrderMachine.Progress;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OrderMachineTest {

    private static final Quantity TEN = Quantity.of("10");

    @ParameterizedTest(name = "{0} of {1} and {2} {3} gives {4}")
    @DisplayName("S2-OSM1: eight states, explicit transitions")
    @CsvSource({
        "NEW,0,ACCEPTED,0,OPEN", "NEW,0,FILLED,4,PARTIAL_FILL", "NEW,0,FILLED,10,FILLED", "NEW,0,REJECTED,0,REJECTED",
        "NEW,0,FAILED,0,FAILED", "NEW,0,CANCELED,0,CANCELED", "NEW,0,EXPIRED,0,EXPIRED",
        "OPEN,0,FILLED,9.99999999,PARTIAL_FILL", "OPEN,0,FILLED,10,FILLED", "OPEN,0,CANCELED,0,CANCELED",
        "OPEN,0,EXPIRED,0,EXPIRED", "OPEN,0,REJECTED,0,refused", "OPEN,0,FAILED,0,refused", "OPEN,0,ACCEPTED,0,ignored",
        "PARTIAL_FILL,4,FILLED,5,PARTIAL_FILL", "PARTIAL_FILL,4,FILLED,6,FILLED",
        "PARTIAL_FILL,4,FILLED,6.00000001,refused", "PARTIAL_FILL,4,CANCELED,0,CANCELED",
        "PARTIAL_FILL,4,REJECTED,0,refused", "PARTIAL_FILL,4,CANCEL_REFUSED,0,ignored",
        "CANCELED,4,FILLED,6,late", "CANCELED,4,FILLED,6.00000001,refused", "CANCELED,4,CANCELED,0,ignored",
        "EXPIRED,0,FILLED,1,late", "REJECTED,0,FILLED,1,late", "FAILED,0,FILLED,1,late", "FAILED,0,ACCEPTED,0,ignored",
        "FILLED,10,FILLED,0.00000001,refused", "FILLED,10,CANCELED,0,ignored", "OPEN,0,FILLED,0,refused",
    })
    void each_report_does_what_the_map_says(OrderState state, String filled, Kind kind, String quantity,
            String expected) {
        Answer answer = OrderMachine.answer(new Progress(state, TEN, Quantity.of(filled)), report("r", kind, quantity));
        String found = answer instanceof Answer.Moved moved ? moved.to().name() : answer instanceof Answer.LateFill
                ? "late"
                : answer instanceof Answer.Refused ? "refused" : "ignored";
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void nothing_follows_an_end_state() {
        for (OrderState from : OrderState.values()) {
            for (OrderState to : OrderState.values()) {
                if (from.terminal()) {
                    assertThat(OrderMachine.permits(from, to)).as("%s to %s", from, to).isFalse();
                }
            }
        }
    }

    /** Reports repeated, out of order and late, ten thousand times. */
    @Test
    @DisplayName("S2-OSM1: whatever is reported, never more is filled than ordered and there is one end")
    void whatever_is_reported_the_invariants_hold() {
        long start = Long.getLong("seed", System.nanoTime());
        for (long seed = start; seed < start + 10_000; seed++) {
            Random random = new Random(seed);
            List<OrderReport> reports = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(12); i++) {
                Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
                reports.add(report("r" + i, kind, kind == Kind.FILLED ? 1 + random.nextInt(6) + "" : "0"));
            }
            Collections.shuffle(reports, random);
            walk(reports, seed);
        }
    }

    private static void walk(List<OrderReport> reports, long seed) {
        Progress order = new Progress(OrderState.NEW, TEN, Quantity.ZERO);
        int ends = 0;
        for (OrderReport report : reports) {
            OrderState before = order.state();
            Answer answer = OrderMachine.answer(order, report);
            OrderState to = answer instanceof Answer.Moved moved ? moved.to() : before;
            boolean counts = report.kind() == Kind.FILLED
                    && (answer instanceof Answer.Moved || answer instanceof Answer.LateFill);
            Quantity filled = counts ? order.filled().plus(report.quantity()) : order.filled();
            if (before.terminal()) {
                assertThat(to).as("seed %d: an end stays", seed).isEqualTo(before);
                assertThat(answer).as("seed %d", seed).isNotInstanceOf(Answer.Moved.class);
            } else if (to.terminal()) {
                ends++;
            }
            assertThat(filled).as("seed %d: never more than ordered", seed).isLessThanOrEqualTo(TEN);
            if (to == OrderState.FILLED) {
                assertThat(filled).as("seed %d: filled means all of it", seed).isEqualTo(TEN);
            }
            order = new Progress(to, TEN, filled);
        }
        assertThat(ends).as("seed %d: at most one end", seed).isLessThanOrEqualTo(1);
    }

    private static OrderReport report(String id, Kind kind, String quantity) {
        return new OrderReport(id, new ClientOrderId("o"), kind, null, kind == Kind.FILLED ? id : null,
                Quantity.of(quantity), Price.of("100"), Money.ZERO, false, 0, "text");
    }
}
