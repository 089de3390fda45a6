package org.portcullis.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.portcullis.risk.DeskScene.ACCOUNT;
import static org.portcullis.risk.DeskScene.BTC;
import static org.portcullis.risk.DeskScene.NOW_MS;
import static org.portcullis.risk.DeskScene.enter;
import static org.portcullis.risk.DeskScene.exit;
import static org.portcullis.risk.DeskScene.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.engine.rules.RulesBroken;
import org.portcullis.strategy.Intent;

/** Whatever happens to the shipped risk rules, orders stop and the reason has a name. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoverageTest {

    private static final PolicyBook POLICY = policy("order.gating", "all");

    private final DeskScene scene = new DeskScene();

    /** An entry and an exit that both leave under the shipped rules, the entry once a person agreed. */
    private List<Verdict> judged(GateRules rules) {
        scene.held.clear();
        Verdict entry = scene.desk(POLICY, rules).judge(enter(BTC, "100", "95"), ACCOUNT, NOW_MS);
        scene.hold(BTC, "1", "100");
        return List.of(entry, scene.desk(POLICY, rules).judge(exit(BTC, "100"), ACCOUNT, NOW_MS));
    }

    @Test
    void under_the_shipped_rules_both_orders_leave() {
        try (RiskRules rules = RiskRules.shipped()) {
            assertThat(judged(rules.gates())).extracting(Verdict::outcome)
                    .containsExactly(Verdict.Outcome.ASK_PERSON, Verdict.Outcome.APPROVED);
        }
    }

    @Test
    @DisplayName("D5: whichever judging rule is removed, an order that needs it is denied, the missing check named")
    void whichever_rule_is_removed_orders_stop() {
        Set<String> missed = new TreeSet<>();
        List<RuleText> shipped;
        try (RiskRules rules = RiskRules.shipped()) {
            shipped = rules.base().rules();
        }
        for (RuleText rule : shipped) {
            if (!mandatory(rule.source())) {
                continue;
            }
            try (RiskRules edited = RiskRules.edited(risk -> remove(fileOf(risk, rule), rule))) {
                List<Verdict> stopped = judged(edited.gates()).stream()
                        .filter(verdict -> verdict.reasons().contains(ReasonCode.CHECK_MISSING)).toList();
                assertThat(stopped).as(rule.name()).isNotEmpty();
                stopped.forEach(verdict -> missed.addAll(List.of(
                        verdict.decision().facts().get("checks.missing").split(" "))));
            }
        }
        assertThat(missed).as("every mandatory check was missed once")
                .containsAll(MandatoryCheck.always(Intent.ENTER)).containsAll(MandatoryCheck.always(Intent.EXIT))
                .contains("person.asked");
    }

    @Test
    @DisplayName("D5: whichever rule file is gone or throws, an order that it concerns is denied with a named reason")
    void whichever_file_is_gone_or_throws_orders_stop() throws IOException {
        for (String file : files()) {
            if (!file.equals("sizing.drl") && !mandatory(Files.readString(Path.of("rules/risk", file)))) {
                continue;
            }
            try (RiskRules gone = RiskRules.edited(risk -> Files.delete(risk.resolve(file)))) {
                assertThat(judged(gone.gates())).as("without %s", file).anySatisfy(verdict -> assertThat(
                        verdict.outcome()).isEqualTo(Verdict.Outcome.DENIED));
            }
            try (RiskRules thrown = RiskRules.edited(risk -> replace(risk.resolve(file), "\nthen\n",
                    "\nthen\n    Integer.parseInt( \"x\" );\n"))) {
                String group = "risk." + file.replace(".drl", "");
                assertThat(judged(thrown.gates())).as("%s throws", file).anySatisfy(verdict -> {
                    assertThat(verdict.reasons()).containsExactly(ReasonCode.RULES_FAILED);
                    assertThat(verdict.decision().facts().get("rules.failure")).contains(group);
                });
            }
        }
    }

    @Test
    @DisplayName("R1: whichever rule file is broken, nothing starts on it and the message has file and line")
    void whichever_file_is_broken_nothing_starts() throws IOException {
        for (String file : files()) {
            assertThatThrownBy(() -> RiskRules.edited(risk -> Files.writeString(risk.resolve(file),
                    Files.readString(risk.resolve(file)) + "\nrule \"half"))).as(file)
                    .isInstanceOf(RulesBroken.class).hasMessageContaining("risk/" + file + ":");
        }
    }

    /** Whether the rules make a check without which no order leaves; others are made only where they apply. */
    private static boolean mandatory(String rules) {
        return Stream.concat(Stream.of("person.asked"), Stream.of(Intent.values())
                .flatMap(intent -> MandatoryCheck.always(intent).stream())).anyMatch(code -> rules.contains('"' + code
                        + '"'));
    }

    /** A file that is left without a rule goes as well. */
    private static void remove(Path file, RuleText rule) throws IOException {
        RiskRules.removeRule(file, rule.name());
        if (!Files.readString(file).contains("\nrule ")) {
            Files.delete(file);
        }
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("rules/risk"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".drl")).sorted()
                    .toList();
        }
    }

    private static Path fileOf(Path risk, RuleText rule) throws IOException {
        List<Path> holding = new ArrayList<>();
        try (Stream<Path> files = Files.list(risk)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".drl")).toList()) {
                if (Files.readString(file).contains("\"" + rule.name() + "\"")) {
                    holding.add(file);
                }
            }
        }
        assertThat(holding).hasSize(1);
        return holding.get(0);
    }

    private static void replace(Path file, String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
    }
}
