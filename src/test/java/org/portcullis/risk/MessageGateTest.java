package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.ETH;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.STRATEGY;
import static org.portcullis.risk.DeskScene.enter;
import static org.portcullis.risk.DeskScene.exit;
import static org.portcullis.risk.DeskScene.policy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.store.TestDatabase;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.kernel.Side;
import org.portcullis.risk.DecidedOrders.Decided;
import org.portcullis.risk.adapter.store.ToldFillStore;
import org.portcullis.risk.breaker.FillTold;
import org.portcullis.strategy.Intent;

/** Orders and cancellations for what was filled: the order-to-trade ratio (B-R4). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MessageGateTest {

    private static final long HOUR_MS = 3_600_000;
    private static RiskRules rules;

    private final DeskScene scene = new DeskScene();

    @BeforeAll
    static void compile() {
        rules = RiskRules.shipped();
    }

    @AfterAll
    static void close() {
        rules.close();
    }

    private Verdict judge() {
        return scene.desk(policy("order.gating", "none", "orders.per-fill-floor", "4", "orders.per-fill-ask", "6",
                "orders.per-fill-max", "8", "orders.per-minute-max", "1000"), rules.gates())
                .judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
    }

    private void orders(int count, long ageMs) {
        for (int i = 0; i < count; i++) {
            scene.decided.add(new Decided("past-" + scene.decided.size(), STRATEGY, Intent.EXIT, ETH, Side.SELL,
                    new Quantity(1), new Price(0), 0, NOW_MS - ageMs));
        }
    }

    private void cancels(int count, long ageMs) {
        for (int i = 0; i < count; i++) {
            scene.cancels.add(NOW_MS - ageMs);
        }
    }

    @Test
    @DisplayName("B-R4: a quiet account without a fill sends as many messages as the floor permits, and no more")
    void a_quiet_account_may_begin() {
        orders(1, 120_000);
        cancels(2, 120_000);
        assertThat(judge()).as("the fourth").isInstanceOf(Verdict.Approved.class);
        cancels(1, 120_000);
        assertThat(judge().reasons()).as("the fifth").containsExactly(ReasonCode.MESSAGES_PER_FILL_TOO_MANY);
    }

    @Test
    @DisplayName("B-R4 B-R15: above the soft ratio a person is asked, above the hard one nothing is opened")
    void between_soft_and_hard_a_person_is_asked() {
        scene.fills.add(NOW_MS);
        orders(5, 120_000);
        assertThat(judge()).as("the sixth of one fill").isInstanceOf(Verdict.Approved.class);
        orders(1, 120_000);
        assertThat(judge()).as("the seventh").isInstanceOfSatisfying(Verdict.AskPerson.class, asked ->
                assertThat(asked.reasons()).containsExactly(ReasonCode.MESSAGES_PER_FILL_HIGH));
        cancels(1, 120_000);
        assertThat(judge()).as("the eighth").isInstanceOf(Verdict.AskPerson.class);
        cancels(1, 120_000);
        assertThat(judge().reasons()).as("the ninth").containsExactly(ReasonCode.MESSAGES_PER_FILL_TOO_MANY);
        scene.fills.add(NOW_MS - HOUR_MS + 1);
        assertThat(judge()).as("the ninth of two fills").isInstanceOf(Verdict.Approved.class);
    }

    @Test
    @DisplayName("B-R4: what is as old as the window counts no more, messages and fills alike")
    void the_window_ends() {
        orders(4, HOUR_MS);
        cancels(4, HOUR_MS);
        assertThat(judge()).isInstanceOf(Verdict.Approved.class);
        orders(4, HOUR_MS - 1);
        assertThat(judge().reasons()).containsExactly(ReasonCode.MESSAGES_PER_FILL_TOO_MANY);
        scene.fills.add(NOW_MS - HOUR_MS);
        assertThat(judge().reasons()).containsExactly(ReasonCode.MESSAGES_PER_FILL_TOO_MANY);
        scene.fills.add(NOW_MS - HOUR_MS + 1);
        assertThat(judge()).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    @DisplayName("B-R4: an exit leaves whatever was sent before it")
    void an_exit_always_leaves() {
        orders(1000, 120_000);
        scene.hold(BTC, "1", "100");
        assertThat(scene.desk(policy("orders.per-fill-floor", "0"), rules.gates())
                .judge(exit(BTC, "100"), ACCOUNT, NOW_MS)).isInstanceOf(Verdict.Approved.class);
    }

    @Test
    @DisplayName("B-R4: fills are kept, each counted once, and forgotten when no window can see them")
    void fills_are_kept_and_counted_once() {
        TestDatabase database = TestDatabase.fresh();
        AccountId account = new AccountId("counted");
        ToldFillStore store = new ToldFillStore(database.jdbc());
        store.told(fill(account, "f-1", NOW_MS));
        store.told(fill(account, "f-1", NOW_MS));
        store.told(fill(account, "f-2", NOW_MS + 1));
        store.told(fill(new AccountId("another"), "f-3", NOW_MS));
        assertThat(new ToldFillStore(database.jdbc()).since(account, NOW_MS)).as("over a restart").isEqualTo(2);
        assertThat(store.since(account, NOW_MS + 1)).isEqualTo(1);
        store.told(fill(account, "f-4", NOW_MS + 48 * HOUR_MS + 1));
        assertThat(store.since(account, 0)).as("the first has left").isEqualTo(2);
    }

    private static FillTold fill(AccountId account, String id, long atMs) {
        return new FillTold(account, BTC, id, Side.BUY, Quantity.of("1"), Price.of("100"), false, atMs);
    }
}
