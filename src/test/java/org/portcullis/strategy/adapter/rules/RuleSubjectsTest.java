package org.portcullis.strategy.adapter.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
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
class RuleSubjectsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "$p : Limits() $s : Step( a > $p.b )|Limits,Step",
        "Limits() not Step( a == 1 )|Limits,Step",
        "Limits() not( Step( a == 1 ) )|Limits,Step",
        "exists Step()|Step",
        "Limits() Step() or Other()|Limits,Step,Other",
        "Limits() ( Step() or Other() )|Limits,Step,Other",
        "Step( a in ( Kind.ONE, Kind.TWO ), b == Kind.of( 1 ) )|Step",
        "Step( /* not Limits() */ a == 1 )|Step",
        "Step( name == 'then Limits( ' )|Step"})
    void a_rule_looks_at_the_facts_that_its_condition_names(String condition, String facts) {
        assertThat(RuleSubjects.of(book(condition)).named()).containsExactlyInAnyOrder(facts.split(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Features() Holding( direction > 0 )|true",
        "TradingSignal() Holding( direction > 0 )|false",
        "not TradingSignal() Holding( direction > 0 )|true",
        "( TradingSignal() or Features() ) Holding( direction > 0 )|true",
        "Features()|false"})
    void what_is_held_is_told_to_a_bar_only_where_a_rule_that_a_bar_can_meet_asks(String condition, boolean told) {
        assertThat(RuleSubjects.of(book(condition)).holding()).isEqualTo(told);
    }

    @Test
    void the_shipped_packs_look_at_what_they_are_about() {
        assertThat(shipped("momentum-core").named()).containsExactlyInAnyOrder("MomentumParameters", "Features");
        assertThat(shipped("false-breakout").named()).containsExactlyInAnyOrder("FalseBreakoutParameters",
                "BreakoutScore", "Breakout");
        assertThat(shipped("smc-scalper").named()).contains("Score", "CharacterChange");
        assertThat(shipped("alert-follower").named()).containsExactlyInAnyOrder("AlertParameters", "TradingSignal",
                "Holding");
    }

    private static RuleSubjects shipped(String pack) {
        return RuleSubjects.of(MarketWalks.library().base("strategy/" + pack));
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
