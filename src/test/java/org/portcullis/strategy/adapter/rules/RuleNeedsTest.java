package org.portcullis.strategy.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.engine.rules.RuleBook;
import org.portcullis.engine.rules.RuleRecorder;
import org.portcullis.engine.rules.RuleRun;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.engine.rules.TriggerSession;
import org.portcullis.strategy.MarketWalks;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RuleNeedsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "$p : Limits() $s : Step( a > $p.b )|Limits,Step",
        "Limits() not Step( a == 1 )|Limits",
        "Limits() not( Step( a == 1 ) )|Limits",
        "exists Step()|Step",
        "Limits() Step() or Other()|``",
        "Limits() ( Step() or Other() )|Limits",
        "Step( a in ( Kind.ONE, Kind.TWO ), b == Kind.of( 1 ) )|Step",
        "Step( /* not Limits() */ a == 1 )|Step",
        "Step( name == 'then Limits( ' )|Step"})
    void a_rule_needs_the_facts_that_stand_on_its_outermost_level(String condition, String needs) {
        Set<String> expected = needs.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(needs.split(",")));
        assertThat(RuleNeeds.of(book(condition)).needed()).containsExactly(expected);
    }

    @Test
    void negated_facts_are_looked_at_all_the_same() {
        assertThat(RuleNeeds.of(book("Limits() not Step( a == 1 )")).named()).containsExactlyInAnyOrder("Limits",
                "Step");
    }

    @Test
    void rules_are_asked_when_one_of_them_could_fire() {
        RuleNeeds needs = RuleNeeds.of(book("String() Integer()", "String() Long()"));
        assertThat(needs.metBy(List.of("a", 1L))).isTrue();
        assertThat(needs.metBy(List.of("a", 1.0))).isFalse();
        assertThat(needs.metBy(List.of(1L))).isFalse();
    }

    @Test
    void the_shipped_packs_are_asked_about_what_their_rules_speak_of() {
        assertThat(shipped("momentum-core").needed()).containsOnly(Set.of("MomentumParameters", "Features"));
        assertThat(shipped("pool-reversal").needed()).allSatisfy(rule -> assertThat(rule).contains("PoolStep"));
        assertThat(shipped("false-breakout").named()).containsExactlyInAnyOrder("FalseBreakoutParameters",
                "BreakoutScore", "Breakout");
        assertThat(shipped("smc-scalper").named()).contains("Score", "CharacterChange");
        assertThat(shipped("alert-follower").needed()).allSatisfy(rule -> assertThat(rule).contains("TradingSignal"));
    }

    private static RuleNeeds shipped(String pack) {
        return RuleNeeds.of(MarketWalks.library().base("strategy/" + pack));
    }

    private static RuleBook book(String... conditions) {
        List<RuleText> rules = Arrays.stream(conditions).map(condition -> new RuleText("r", "g", "f.drl", 1, "",
                "rule \"r\"\n    agenda-group \"g\"\nwhen\n" + condition + "\nthen\n insert( new Hit() );\nend"))
                .toList();
        return new RuleBook() {
            @Override
            public String folder() {
                return "f";
            }

            @Override
            public String version() {
                return "v";
            }

            @Override
            public List<RuleText> rules() {
                return rules;
            }

            @Override
            public RuleRun open(@Nullable RuleRecorder recorder) {
                throw new AssertionError("only read");
            }

            @Override
            public TriggerSession ownedSession() {
                throw new AssertionError("only read");
            }
        };
    }
}
