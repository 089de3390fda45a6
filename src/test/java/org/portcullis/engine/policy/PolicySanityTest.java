package org.portcullis.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters that contradict each other, former names and unknown ones are refused, at start and at change. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PolicySanityTest {

    private static final String GOOD = """
            profile: careful
            parameters:
              risk.asset-pct: {type: number, value: 5, min: 0, max: 100, unit: "%", meaning: "One asset."}
              risk.total-pct: {type: number, value: 15, min: 0, max: 100, unit: "%", meaning: "Everything."}
              risk.warn-after: {type: duration, value: 30s, min: 1s, max: 1h, unit: time, meaning: "When to warn."}
              risk.block-after: {type: duration, value: 1min, min: 1s, max: 1h, unit: time, meaning: "When to block."}
              risk.flag: {type: flag, value: true, unit: policy, meaning: "A flag."}
            sanity:
              - {rule: "0 < risk.asset-pct <= risk.total-pct", meaning: "A part is no more than the whole."}
              - {rule: "risk.warn-after < risk.block-after", meaning: "Nobody is warned after the fact."}
            deprecated:
              risk.coin-pct: risk.asset-pct
            profiles:
              careful: {}
              bold: {risk.total-pct: 25}
            """;

    @TempDir
    Path folder;

    @Test
    @DisplayName("S2-CS1: on its limit a comparison holds, one step over it is refused with both values and the line")
    void on_its_limit_a_comparison_holds_and_one_step_over_is_refused() throws IOException {
        assertThat(open(GOOD.replace("value: 5,", "value: 15,")).current().parameters()).hasSize(5);
        assertRefused(GOOD.replace("value: 5,", "value: 15.00000001,"), "policy.yaml:3: with profile careful "
                + "risk.asset-pct (15.00000001, line 3) must be <= risk.total-pct (15, line 4): "
                + "A part is no more than the whole.");
        assertThat(open(GOOD.replace("value: 5,", "value: 0.00000001,")).current().parameters()).hasSize(5);
        assertRefused(GOOD.replace("value: 5,", "value: 0,"), "0 must be < risk.asset-pct (0, line 3)");
    }

    @Test
    @DisplayName("S2-CS1: a warning must come before what it warns of; durations are compared by their length")
    void a_warning_must_come_before_what_it_warns_of() throws IOException {
        assertThat(open(GOOD.replace("value: 30s", "value: 59999ms")).current().parameters()).hasSize(5);
        assertRefused(GOOD.replace("value: 30s", "value: 60s"),
                "policy.yaml:5: with profile careful risk.warn-after (60s, line 5) must be < risk.block-after (1min");
    }

    @Test
    @DisplayName("S2-CS1: a profile that is not in force may not contradict itself either")
    void a_profile_that_is_not_in_force_may_not_contradict_itself() {
        assertRefused(GOOD.replace("bold: {risk.total-pct: 25}", "bold: {risk.total-pct: 4}"),
                "with profile bold risk.asset-pct (5, line 3) must be <= risk.total-pct (4, line");
    }

    @Test
    void a_rule_that_cannot_be_understood_is_refused() {
        assertRefused(GOOD.replace("0 < risk.asset-pct", "risk.flag < risk.asset-pct"), "risk.flag, which is a FLAG");
        assertRefused(GOOD.replace("0 < risk.asset-pct", "risk.asset-pc"),
                "names risk.asset-pc, which is no parameter; did you mean risk.asset-pct?");
        assertRefused(GOOD.replace("0 < risk.asset-pct <= risk.total-pct", "risk.asset-pct"),
                "cannot read the sanity rule");
        assertRefused(GOOD.replace("0 < risk.asset-pct", "risk.warn-after < risk.asset-pct"),
                "compares a duration with a number");
    }

    @Test
    @DisplayName("S2-CS1: a former key and an unknown one are refused with their line and what to use instead")
    void a_former_key_and_an_unknown_one_are_refused() {
        assertRefused(GOOD.replace("bold: {risk.total-pct: 25}", "bold: {risk.coin-pct: 3}"),
                "policy.yaml:15: risk.coin-pct is a former name and no longer read; use risk.asset-pct");
        assertRefused(GOOD.replace("risk.asset-pct: {", "risk.coin-pct: {"),
                "policy.yaml:3: risk.coin-pct is a former name and no longer read; use risk.asset-pct");
        assertRefused(GOOD.replace("bold: {risk.total-pct: 25}", "bold: {risk.totl-pct: 25}"),
                "policy.yaml:15: profile bold sets risk.totl-pct, which is not declared under parameters; "
                + "did you mean risk.total-pct?");
    }

    @Test
    @DisplayName("S2-REQ-C1: while running, a refused edit leaves the policy in force and is said; a good one is taken")
    void a_refused_edit_leaves_the_policy_in_force() throws IOException {
        PolicyBook book = open(GOOD);
        String hash = book.current().hash();
        edit(book, GOOD.replace("value: 5,", "value: 16,"));
        assertThat(book.refused()).singleElement().asString().contains("risk.asset-pct (16, line 3)");
        edit(book, GOOD.replace("risk.block-after:", "risk.blocked-after:")
                .replace("< risk.block-after", "< risk.blocked-after"));
        assertThat(book.refused()).hasSize(2)
                .anyMatch(problem -> problem.contains("risk.block-after is gone, but the running system reads it"))
                .anyMatch(problem -> problem.contains(":6: risk.blocked-after is unknown: nothing in the running")
                        && problem.endsWith("did you mean risk.block-after?"));
        assertThat(book.current().hash()).isEqualTo(hash);
        edit(book, GOOD.replace("value: 5,", "value: 6,"));
        assertThat(book.refused()).isEmpty();
        assertThat(book.current().hash()).isNotEqualTo(hash);
    }

    @Test
    @DisplayName("S2-CS1: a check in code is asked when it is added and at every change")
    void a_check_in_code_is_asked_when_added_and_at_every_change() throws IOException {
        PolicyBook book = open(GOOD);
        PolicyCheck even = policy -> policy.number("risk.total-pct") > 20 * 100_000_000L
                ? List.of("risk.total-pct is more than the strategies may use together") : List.of();
        book.require(even);
        edit(book, GOOD.replace("value: 15,", "value: 21,"));
        assertThat(book.refused()).singleElement().asString().contains("policy.yaml: risk.total-pct is more than");
        assertThat(book.current().number("risk.total-pct")).isEqualTo(15 * 100_000_000L);
        assertThatThrownBy(() -> PolicyBook.open(folder.resolve("policy.yaml"), "bold").require(even))
                .isInstanceOf(PolicyBroken.class);
    }

    @Test
    void every_value_tells_which_profile_set_it() throws IOException {
        assertThat(open(GOOD).current().parameters().get("risk.total-pct").setBy()).isEqualTo(Parameter.DECLARED);
        assertThat(PolicyBook.open(folder.resolve("policy.yaml"), "bold").current().parameters()
                .get("risk.total-pct").setBy()).isEqualTo("bold");
    }

    @Test
    @DisplayName("S2-CS1: the shipped policy keeps its own rules, and a contradiction in any of them is refused")
    void the_shipped_policy_keeps_its_rules() throws IOException {
        String shipped = Files.readString(Path.of("rules/policy.yaml"));
        assertThat(open(shipped).current().parameters()).hasSizeGreaterThan(50);
        assertThat(shipped.lines().filter(line -> line.startsWith("  - {rule:")).count()).isGreaterThanOrEqualTo(8);
        assertRefused(shipped.replace("    risk.positions-max: 5\n",
                "    risk.positions-max: 5\n    risk.exposure-asset-pct-max: 26\n"),
                "with profile s2-live risk.exposure-asset-pct-max (26");
        assertRefused(shipped.replace("    risk.positions-max: 5\n", "    risk.max-open-positions: 5\n"),
                "use risk.positions-max");
    }

    private PolicyBook open(String text) throws IOException {
        return PolicyBook.open(Files.writeString(folder.resolve("policy.yaml"), text), null);
    }

    private void assertRefused(String text, String said) {
        assertThatThrownBy(() -> open(text)).isInstanceOf(PolicyBroken.class).hasMessageContaining(said);
    }

    private void edit(PolicyBook book, String text) throws IOException {
        Files.writeString(folder.resolve("policy.yaml"), text);
        book.refresh();
    }
}
