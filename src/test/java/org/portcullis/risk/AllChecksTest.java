package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.ADA;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.ETH;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.SOL;
import static org.portcullis.risk.DeskScene.enter;
import static org.portcullis.risk.DeskScene.policy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.MessageBus;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Side;
import org.portcullis.order.OrderReport;
import org.portcullis.order.OrderSeal;
import org.portcullis.order.SubmitOrder;
import org.portcullis.order.adapter.seal.HmacSeal;
import org.portcullis.risk.Cooldowns.Remaining;
import org.portcullis.venue.Commands;
import org.portcullis.venue.Gateway;
import org.portcullis.venue.MemoryLedger;
import org.portcullis.venue.paper.PaperVenue;

/** Position count, size, confidence, cooldown, balance and signing: each denies, and so does each that is removed. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AllChecksTest {

    @TempDir
    Path home;

    /**
     * One kind of check.
     *
     * @param broken makes the account or the limits such that only this check can deny
     */
    private record Kind(String name, String file, String rule, String check, ReasonCode reason,
            Consumer<DeskScene> broken, String... limits) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind("position count", "caps.drl", "risk.caps.deny-too-many-positions", "positions.open",
                        ReasonCode.POSITIONS_FULL, scene -> scene.hold(ETH, "0.2", "20").hold(SOL, "0.2", "20")
                        .hold(ADA, "0.2", "20")),
                new Kind("position size", "caps.drl", "risk.caps.deny-position-above-max", "exposure.position",
                        ReasonCode.POSITION_TOO_LARGE, scene -> scene.hold(BTC, "4.1", "410"),
                        "risk.position-pct-max", "4", "risk.trade-risk-pct-max", "2"),
                new Kind("confidence", "confidence.drl", "risk.confidence.deny-unsure-signal", "confidence.signal",
                        ReasonCode.CONFIDENCE_LOW, scene -> { }, "risk.confidence-min", "0.70000001"),
                new Kind("cooldown", "cooldown.drl", "risk.cooldown.deny-after-failure", "cooldown.failure",
                        ReasonCode.COOLING_DOWN, scene -> scene.remaining = new Remaining(1, 0, 0)),
                new Kind("balance", "funds.drl", "risk.funds.deny-cash-short", "cash.cost", ReasonCode.CASH_SHORT,
                        scene -> {
                            scene.hold(ETH, "100", "10000");
                            scene.cash = Money.of("5");
                        }, "risk.exposure-total-pct-max", "100", "risk.exposure-theme-pct-max", "100",
                        "risk.exposure-net-pct-max", "100", "risk.exposure-venue-pct-max", "100",
                        "risk.exposure-gross-pct-max", "100"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("S1-26: position count, size, confidence, cooldown and balance each deny, and deny when removed")
    void each_check_denies_and_so_does_its_absence(Kind kind) {
        PolicyBook none = policy("order.gating", "none");
        List<String> limits = new ArrayList<>(List.of("order.gating", "none"));
        limits.addAll(List.of(kind.limits()));
        try (RiskRules shipped = RiskRules.shipped()) {
            assertThat(new DeskScene().desk(none, shipped.gates()).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS)
                    .outcome()).isEqualTo(Verdict.Outcome.APPROVED);
            DeskScene broken = new DeskScene();
            kind.broken().accept(broken);
            assertThat(broken.desk(policy(limits.toArray(String[]::new)), shipped.gates())
                    .judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS).reasons()).contains(kind.reason());
        }
        try (RiskRules without = RiskRules.edited(risk -> {
            Path file = risk.resolve(kind.file());
            RiskRules.removeRule(file, kind.rule());
            if (!java.nio.file.Files.readString(file).contains("\nrule ")) {
                java.nio.file.Files.delete(file);
            }
        })) {
            Verdict verdict = new DeskScene().desk(none, without.gates())
                    .judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
            assertThat(verdict.reasons()).containsExactly(ReasonCode.CHECK_MISSING);
            assertThat(verdict.decision().facts()).containsEntry("checks.missing", kind.check());
        }
    }

    @Test
    @DisplayName("S1-26: the gateway sends what is signed and nothing that is not")
    void what_is_not_signed_is_not_sent() {
        OrderSeal seal = HmacSeal.open(home);
        List<String> said = new ArrayList<>();
        PaperVenue venue = new PaperVenue(new MemoryLedger(), Commands.LISTED, () -> Commands.PLAIN);
        Gateway gateway = new Gateway(venue, new MemoryLedger(), seal, new Heard(said), home,
                InstantSource.fixed(Instant.ofEpochMilli(Commands.T0_MS + 60_000)), () -> Mode.PAPER);
        gateway.start();
        SubmitOrder bare = Commands.submit("bare", Side.BUY, SubmitOrder.Type.MARKET, "1", "0", 0);
        gateway.onSubmit(bare);
        gateway.onSubmit(seal.sign(Commands.submit("signed", Side.BUY, SubmitOrder.Type.MARKET, "1", "0", 0)));
        assertThat(said).containsExactly("bare REJECTED SIGNATURE_INVALID", "signed ACCEPTED");
        assertThat(venue.openOrders()).extracting(order -> order.value()).containsExactly("signed");
    }

    private record Heard(List<String> said) implements MessageBus {
        @Override
        public void send(String address, String messageId, Object word) {
            OrderReport report = (OrderReport) word;
            boolean rejected = report.kind() == OrderReport.Kind.REJECTED;
            said.add(report.clientOrderId() + " " + report.kind() + (rejected ? " " + report.text() : ""));
        }

        @Override
        public void show(String address, String messageId, Object word, String onlyFor) {
            throw new IllegalStateException("nothing is shown");
        }
    }
}
