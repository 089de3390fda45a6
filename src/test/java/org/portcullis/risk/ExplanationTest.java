package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.ADA;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.ETH;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.SOL;
import static org.portcullis.risk.DeskScene.enter;
import static org.portcullis.risk.DeskScene.exit;
import static org.portcullis.risk.DeskScene.policy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.strategy.Proposal;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ExplanationTest {

    private final DeskScene scene = new DeskScene();

    @Test
    void a_single_failure_comes_first_with_both_numbers_and_its_nearest_change() {
        scene.hold(ETH, "1", "100").hold(SOL, "1", "100").hold(ADA, "1", "100");
        Explanation why = explain(enter(BTC, "100", "95"), "none");
        assertThat(why.sentence()).isEqualTo(
                "Denied: As many positions are open or pending as are permitted: 4 against 3 positions.");
        assertThat(why.nearestChange()).contains("positions.open would have to be at most 3 positions, or its limit 4");
        assertThat(why.checks().get(0).code()).isEqualTo("positions.open");
        assertThat(why.text()).contains("  POSITIONS_FULL  ")
                .contains("FAIL  positions.open  4 > 3 positions, headroom -1")
                .contains("pass  kill.off  is yes, must be yes").contains("size.asset").contains("rsi 55.5")
                .contains("account.equity 10300").contains("risk.caps.deny-too-many-positions").contains("policy ");
    }

    @Test
    void several_failures_have_no_single_nearest_change() {
        scene.killOn = true;
        scene.mode = Mode.DRY_RUN;
        Explanation why = explain(enter(BTC, "100", "95"), "none");
        assertThat(why.nearestChange()).isEmpty();
        assertThat(why.sentence()).isEqualTo("Denied: The kill switch is on.");
    }

    @Test
    void approvals_and_questions_name_the_order() {
        assertThat(explain(enter(BTC, "100", "95"), "none").sentence())
                .isEqualTo("Approved: BUY 5 BTCUSDT at 100 or better.");
        assertThat(explain(enter(BTC, "100", "95"), "all").sentence())
                .startsWith("A person is asked about BUY 5 BTCUSDT: ").contains("500 against 0 USDT");
        scene.hold(BTC, "2", "200");
        assertThat(explain(exit(BTC, "100"), "all").sentence()).isEqualTo("Approved: SELL 2 BTCUSDT at the market.");
    }

    private Explanation explain(Proposal proposal, String gating) {
        try (RiskRules rules = RiskRules.shipped()) {
            return new Explanation(scene.desk(policy("order.gating", gating), rules.gates())
                    .judge(proposal, ACCOUNT, NOW_MS));
        }
    }
}
