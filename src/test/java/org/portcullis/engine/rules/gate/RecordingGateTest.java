package org.portcullis.engine.rules.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.RuleFile;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RecordingGateTest {

    private static final String GROUP = "room.question";
    private static final String RECORDED = "notes.atMost( \"size\", $o.size(), $l.sizeMax(), Why.LARGE );";

    /** What is judged. */
    public record Order(long size, int lots, boolean open) {
        /** Fails on the largest sizes. */
        public long twice() {
            return Math.addExact(size, size);
        }

        /** What is left of the limit. */
        public long left(Limit limit) {
            return limit.sizeMax() - size;
        }

        /** Nothing when the order is empty. */
        public @Nullable String name() {
            return size == 0 ? null : "order";
        }
    }

    /** Its limit. */
    public record Limit(long sizeMax) {
    }

    /** Why not. */
    public enum Why { LARGE }

    /** What rules write into. */
    public static final class Notes {
        final List<String> notes = new ArrayList<>();

        public void atMost(String code, long actual, long limit, Why why) {
            notes.add(code + " " + actual + " " + limit + " " + why);
        }

        public void atMost(String code, int actual, int limit, Why why) {
            notes.add(code + " whole " + actual + " " + limit + " " + why);
        }

        public void say(String what, boolean flag) {
            notes.add(what + " " + flag);
        }
    }

    @Test
    void getters_constants_and_reasons_are_recorded() {
        assertThat(told("$o : Order() $l : Limit()", RECORDED, new Order(5, 1, true), new Limit(5)))
                .containsExactly("size 5 5 LARGE");
        assertThat(told("$o : Order() $l : Limit()", RECORDED, new Order(5, 1, true))).isEmpty();
    }

    @Test
    void several_facts_at_which_no_other_rule_looks_come_in_their_order() {
        assertThat(told("$l : Limit() $o : Order( open )", RECORDED, new Order(5, 1, true), new Limit(5),
                new Order(6, 1, false), new Order(7, 1, true)))
                .containsExactly("size 5 5 LARGE", "size 7 5 LARGE");
        assertThat(told("$o : Order() $l : Limit()", RECORDED, new Order(5, 1, true), new Limit(5),
                new Order(6, 1, true))).as("not the last ones").isNull();
        assertThat(told("$o : Order()", "notes.say( \"a\", true );", new Order(5, 1, true), new Limit(5),
                new Limit(6))).as("no rule looks at the limits").hasSize(1);
    }

    @Test
    void several_facts_at_which_other_rules_look_too_are_for_the_engine_which_knows_their_order() {
        String other = """
                rule "room.question.b"
                    agenda-group "room.question"
                when
                    Order()
                then
                    notes.say( "b", true );
                end
                """;
        RecordingGate gate = gate("$o : Order()", "notes.say( \"a\", true );", "", other);
        assertThat(Objects.requireNonNull(gate.about(List.of(new Order(5, 1, true)))).ask(GROUP, new Notes()))
                .hasSize(2);
        assertThat(Objects.requireNonNull(gate.about(List.of(new Order(5, 1, true), new Order(6, 1, true))))
                .ask(GROUP, new Notes())).isNull();
    }

    @Test
    void a_method_is_chosen_by_the_types_that_stand_there() {
        assertThat(told("$o : Order() $l : Limit()", "notes.atMost( \"lots\", $o.lots(), 1, Why.LARGE );"
                + "notes.atMost( \"left\", $o.left( $l ), $l.sizeMax(), Why.LARGE );",
                new Order(3, 2, true), new Limit(5)))
                .containsExactly("lots whole 2 1 LARGE", "left 2 5 LARGE");
    }

    @Test
    void a_flag_by_its_name_and_comparisons_decide_whether_the_rule_fires() {
        String say = "notes.say( \"open\", !$o.open() );";
        assertThat(told("$o : Order( open )", say, new Order(1, 1, true))).containsExactly("open false");
        assertThat(told("$o : Order( open )", say, new Order(1, 1, false))).isEmpty();
        assertThat(told("$l : Limit() $o : Order( size > $l.sizeMax )", say, new Order(5, 1, true), new Limit(5)))
                .isEmpty();
        assertThat(told("$l : Limit() $o : Order( size > $l.sizeMax )", say, new Order(6, 1, true), new Limit(5)))
                .hasSize(1);
    }

    @Test
    void a_method_that_fails_or_says_nothing_leaves_the_whole_group_to_the_engine() {
        String then = "notes.say( \"before\", true ); notes.atMost( \"twice\", $o.twice(), 1, Why.LARGE );";
        String exact = "notes.atMost( \"twice\", $o.twice(), $o.size(), Why.LARGE );";
        assertThat(told("$o : Order()", then, new Order(1, 1, true))).as("no method of these types").isNull();
        assertThat(told("$o : Order()", exact, new Order(Long.MAX_VALUE / 2, 1, true))).hasSize(1);
        assertThat(told("$o : Order()", exact, new Order(Long.MAX_VALUE / 2 + 1, 1, true))).isNull();
        assertThat(told("$o : Order()", "notes.say( $o.name(), true );", new Order(1, 1, true))).hasSize(1);
        assertThat(told("$o : Order()", "notes.say( $o.name(), true );", new Order(0, 1, true))).isNull();
    }

    @Test
    void the_same_fact_given_twice_counts_once_as_in_the_engine() {
        Order order = new Order(5, 1, true);
        assertThat(told("$o : Order()", "notes.say( \"a\", true );", order, order)).hasSize(1);
        assertThat(told("$o : Order()", "notes.say( \"a\", true );", order, new Order(5, 1, true))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"insert( new Limit( 1 ) );", "notes.say( \"a\", $o.size() > 1 );",
        "notes.say( $o.name().trim(), true );", "notes.say( \"a\", true ); int a = 1;", "notes.say( \"a\", true", "",
        "while ( true ) { notes.say( \"a\", true ); }", "notes.say( \"a\" + \"b\", true );", "notes.shout( \"a\" );",
        "notes.atMost( \"a\", $o.size() + 1, $o.size(), Why.LARGE );", "$o.twice();", "drools.halt();"})
    void any_other_consequence_is_for_the_engine(String then) {
        assertThat(gate("$o : Order()", then, "").knows(GROUP)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"$o : Order() not Limit()", "exists Order()", "$o : Order( size in ( 1, 2 ) )",
        "$o : Order( size > 1 || lots > 1 )", "$o : Order() Order( size > 1 )", "$o : Order( $s : size )",
        "$o : Order( size + 1 > 2 )", "$o : Order( !open )"})
    void any_other_condition_is_for_the_engine(String when) {
        assertThat(gate(when, "notes.say( \"a\", true );", "").knows(GROUP)).isFalse();
    }

    @Test
    void any_further_attribute_is_for_the_engine() {
        assertThat(gate("Order()", "notes.say( \"a\", true );", "").knows(GROUP)).isTrue();
        assertThat(gate("Order()", "notes.say( \"a\", true );", "enabled false").knows(GROUP)).isFalse();
    }

    @Test
    void another_recorder_is_for_the_engine() {
        RecordingRun run = Objects.requireNonNull(gate("Order()", "notes.say( \"a\", true );", "")
                .about(List.of(new Order(1, 1, true))));
        assertThat(run.ask(GROUP, new Object())).isNull();
        assertThat(run.ask(GROUP, new Notes())).containsExactly("room.question.a");
    }

    /** What is recorded, read from tables and by written code; null when the engine has to be asked. */
    private static @Nullable List<String> told(String when, String then, Object... facts) {
        Notes notes = new Notes();
        RecordingGate gate = gate(when, then, "");
        RecordingRun run = gate.about(List.of(facts));
        List<String> fired = run == null ? null : run.ask(GROUP, notes);
        Notes written = new Notes();
        List<String> firedByCode = new ArrayList<>();
        RecordingPanel panel = gate.panel(List.of(GROUP));
        boolean known = panel != null && panel.record(List.of(facts), written, firedByCode);
        assertThat(known).isEqualTo(fired != null);
        if (run == null || fired == null) {
            return null;
        }
        run.record(notes);
        assertThat(written.notes).isEqualTo(notes.notes);
        assertThat(firedByCode).isEqualTo(fired);
        return notes.notes;
    }

    private static RecordingGate gate(String when, String then, String attribute) {
        return gate(when, then, attribute, "");
    }

    private static RecordingGate gate(String when, String then, String attribute, String others) {
        String text = """
                package rules.room.question
                import org.portcullis.engine.rules.gate.RecordingGateTest.Order
                import org.portcullis.engine.rules.gate.RecordingGateTest.Limit
                import org.portcullis.engine.rules.gate.RecordingGateTest.Why
                import org.portcullis.engine.rules.gate.RecordingGateTest.Notes
                global Notes notes;
                rule "room.question.a"
                    agenda-group "room.question"
                    %s
                when
                    %s
                then
                    %s
                end
                %s
                """.formatted(attribute, when, then, others);
        return RecordingGate.of(List.of(DrlFile.read(new RuleFile("room/question.drl", "room", text))),
                RecordingGateTest.class.getClassLoader());
    }
}
