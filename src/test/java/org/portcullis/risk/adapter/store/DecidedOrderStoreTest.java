package org.portcullis.risk.adapter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.DecidedOrders.Decided;
import org.portcullis.risk.Decision;
import org.portcullis.risk.ReasonCode;
import org.portcullis.risk.Verdict;
import org.portcullis.strategy.Intent;
import org.portcullis.strategy.Proposal;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DecidedOrderStoreTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AccountId ACCOUNT = new AccountId("paper-main");
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final long AT_MS = 1_733_000_000_123L;

    private final Decisions decisions = new Decisions(DATABASE.jdbc(), Json.shared(), event -> { });
    private final DecidedOrderStore decided = new DecidedOrderStore(DATABASE.jdbc());

    @Test
    @DisplayName("S2-REQ-STR3 B-R10: what was let pass is counted from its first millisecond on, what was denied is "
            + "not")
    void what_was_let_pass_is_counted_and_what_was_denied_is_not() {
        decisions.insert(new Verdict.Approved(decision("one", ACCOUNT, AT_MS)), 0);
        decisions.insert(new Verdict.AskPerson(decision("two", ACCOUNT, AT_MS + 1),
                List.of(ReasonCode.PERSON_ASKED)), 0);
        decisions.insert(new Verdict.Denied(decision("three", ACCOUNT, AT_MS + 1),
                List.of(ReasonCode.CASH_SHORT)), 0);
        decisions.insert(new Verdict.Approved(decision("four", new AccountId("another"), AT_MS + 1)), 0);
        assertThat(decided.since(ACCOUNT, AT_MS)).containsExactly(order("one", AT_MS), order("two", AT_MS + 1));
        assertThat(decided.since(ACCOUNT, AT_MS + 1)).containsExactly(order("two", AT_MS + 1));
        assertThat(decided.since(ACCOUNT, AT_MS + 2)).isEmpty();
    }

    private static Decided order(String proposal, long atMs) {
        return new Decided(proposal, "momentum-core", Intent.ENTER, BTC, Side.BUY, Quantity.of("0.5"), Price.of("101"),
                atMs - 60_000, atMs);
    }

    private static Decision decision(String id, AccountId account, long atMs) {
        Proposal proposal = new Proposal(id, "momentum-core", "rule", Intent.ENTER, BTC, Side.BUY, atMs - 60_000, atMs,
                FixedPoint.parse("100"), FixedPoint.parse("95"), 0, 0.5, "v", new TreeMap<>());
        return new Decision("d-" + id, account, proposal, atMs, Quantity.of("0.5"), Price.of("101"),
                new TreeMap<>(Map.of()), List.of(), List.of(), new TreeMap<>(Map.of()), "rules", "policy");
    }
}
