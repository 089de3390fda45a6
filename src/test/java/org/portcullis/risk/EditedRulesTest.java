package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.ETH;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.enter;
import static org.portcullis.risk.DeskScene.exit;
import static org.portcullis.risk.DeskScene.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.strategy.Intent;

/** What happens when rules are taken away, added or broken. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EditedRulesTest {

    private static final PolicyBook POLICY = policy("order.gating", "none");
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

    @Test
    @DisplayName("every mandatory check that is not made denies, whichever it is")
    void every_missing_mandatory_check_denies() {
        for (Intent intent : Intent.values()) {
            scene.held.clear();
            if (intent == Intent.EXIT) {
                scene.hold(BTC, "1", "100");
            }
            for (String code : MandatoryCheck.always(intent)) {
                RiskDesk desk = scene.desk(POLICY, without(code));
                Verdict verdict = desk.judge(intent == Intent.ENTER ? enter(BTC, "100", "95") : exit(BTC, "100"),
                        ACCOUNT, NOW_MS);
                assertThat(verdict.reasons()).as("%s without %s", intent, code)
                        .containsExactly(ReasonCode.CHECK_MISSING);
                assertThat(verdict.decision().facts()).containsEntry("checks.missing", code);
            }
        }
        RiskDesk unasked = scene.desk(policy("order.gating", "all"), without("person.asked"));
        assertThat(unasked.judge(enter(ETH, "100", "95"), ACCOUNT, NOW_MS).reasons())
                .containsExactly(ReasonCode.CHECK_MISSING);
    }

    @Test
    @DisplayName("a rule removed from the folder and a file removed from it both deny with a named reason")
    void a_removed_rule_and_a_removed_file_deny() {
        try (RiskRules edited = RiskRules.edited(risk -> {
            RiskRules.removeRule(risk.resolve("caps.drl"), "risk.caps.deny-total-exposure-above-max");
            Files.delete(risk.resolve("kill.drl"));
        })) {
            Verdict verdict = scene.desk(POLICY, edited.gates()).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
            assertThat(verdict.reasons()).containsExactly(ReasonCode.CHECK_MISSING);
            assertThat(verdict.decision().facts()).containsEntry("checks.missing", "exposure.total kill.off");
        }
    }

    @Test
    @DisplayName("a rule that throws and one that adds a check of its own")
    void a_rule_that_throws_denies_and_an_added_group_is_asked() {
        try (RiskRules edited = RiskRules.edited(risk -> {
            String mine = Files.readString(risk.resolve("mode.drl")).replace("risk.mode", "risk.mine");
            Files.writeString(risk.resolve("mine.drl"), mine.replace("mode.sends-orders", "mine.sends-orders"));
        })) {
            Verdict verdict = scene.desk(POLICY, edited.gates()).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
            assertThat(verdict.decision().checks()).extracting(Check::code).endsWith("mine.sends-orders");
        }
        try (RiskRules edited = RiskRules.edited(risk -> replace(risk.resolve("mode.drl"), "checks.mustBe(",
                "Integer.parseInt( \"x\" );\n    checks.mustBe("))) {
            Verdict verdict = scene.desk(POLICY, edited.gates()).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
            assertThat(verdict.reasons()).containsExactly(ReasonCode.RULES_FAILED);
            assertThat(verdict.decision().facts().get("rules.failure")).contains("risk.mode.deny-when-not-trading");
        }
    }

    private static void replace(Path file, String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    private static GateRules without(String code) {
        GateRules.Edition all = rules.gates().edition();
        return () -> new GateRules.Edition() {
            @Override
            public String version() {
                return all.version();
            }

            @Override
            public GateRules.Sized size(List<Object> facts) {
                return all.size(facts);
            }

            @Override
            public GateRules.Judged judge(List<Object> facts, String currency) {
                GateRules.Judged judged = all.judge(facts, currency);
                List<Check> checks = new ArrayList<>(judged.checks());
                checks.removeIf(check -> check.code().equals(code));
                return new GateRules.Judged(checks, judged.fired());
            }
        };
    }
}
