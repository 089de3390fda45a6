package org.portcullis.engine.rules.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.RuleFile;

/** The gate answers only where it is certain; what it cannot read it leaves to the engine. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GroupGateTest {

    private static final String INSERTION =
            "insert( new Finding( \"f\", Colour.GREEN, $s, $s.count(), $s.height(), 1 ) );";

    /** What rules look at. */
    public record Sight(double height, long count, boolean open, Colour colour, String name) {
    }

    /** Limits as a fact. */
    public record Bounds(double heightMax, long countMin) {
    }

    /** What rules form; thirteen is refused. */
    public record Finding(String name, Colour colour, Sight sight, long count, double limit, double one) {

        public Finding {
            if (Math.abs(count) == 13) {
                throw new IllegalArgumentException("thirteen");
            }
        }
    }

    /** A constant of the facts. */
    public enum Colour { RED, GREEN }

    @Test
    void stays_shut_below_the_limit_and_opens_on_it() {
        GroupGate gate = gate("$b : Bounds()  Sight( height >= $b.heightMax )");

        assertThat(may(gate, List.of(new Bounds(2, 0), sight(1.99, 0)))).isFalse();
        assertThat(may(gate, List.of(new Bounds(2, 0), sight(2, 0)))).isTrue();
    }

    @Test
    void whole_numbers_are_compared_exactly() {
        GroupGate gate = gate("$b : Bounds()  Sight( count > $b.countMin )");
        long large = Long.MAX_VALUE - 1;

        assertThat(may(gate, List.of(new Bounds(0, large), sight(0, large)))).isFalse();
        assertThat(may(gate, List.of(new Bounds(0, large), sight(0, large + 1)))).isTrue();
    }

    @Test
    void what_is_no_number_is_not_more_less_or_equal_but_other() {
        List<Object> facts = List.of(new Bounds(2, 0), sight(Double.NaN, 0));
        for (String comparison : List.of(">", ">=", "<", "<=", "==")) {
            assertThat(may(gate("$b : Bounds()  Sight( height " + comparison + " $b.heightMax )"), facts))
                    .as(comparison).isFalse();
        }
        assertThat(may(gate("$b : Bounds()  Sight( height != $b.heightMax )"), facts)).isTrue();
    }

    @Test
    void constants_texts_and_flags_are_compared() {
        GroupGate gate = gate("Sight( colour == Colour.RED, name == \"a\", open == true )");

        assertThat(may(gate, List.of(new Sight(0, 0, true, Colour.RED, "a")))).isTrue();
        assertThat(may(gate, List.of(new Sight(0, 0, true, Colour.GREEN, "a")))).isFalse();
        assertThat(may(gate, List.of(new Sight(0, 0, true, Colour.RED, "b")))).isFalse();
        assertThat(may(gate, List.of(new Sight(0, 0, false, Colour.RED, "a")))).isFalse();
    }

    @Test
    void a_missing_fact_keeps_it_shut_and_one_of_several_opens_it() {
        GroupGate gate = gate("Bounds( countMin > 0 )  Sight( count > 0 )");

        assertThat(may(gate, List.of(sight(0, 5)))).isFalse();
        assertThat(may(gate, List.of(new Bounds(0, 1), sight(0, 0)))).isFalse();
        assertThat(may(gate, List.of(new Bounds(0, 1), sight(0, 0), sight(0, 0)))).isFalse();
        assertThat(may(gate, List.of(new Bounds(0, 1), sight(0, 0), sight(0, 1)))).isTrue();
    }

    @Test
    void what_a_rule_inserts_is_formed_once_for_each_combination() {
        GroupGate gate = gate("$b : Bounds()  $s : Sight( count > $b.countMin )",
                "insert( new Finding( \"f\", Colour.GREEN, $s, - $s.count(), $b.heightMax(), 1 ) );");
        Sight low = sight(0, 1);
        Sight high = sight(0, 2);
        Sight higher = sight(0, 3);

        GroupGate.Formed formed = Objects.requireNonNull(gate.asked(List.of(low, new Bounds(7, 1), high, higher)));

        assertThat(formed.rules()).containsExactly("room.question.a", "room.question.a");
        assertThat(formed.facts()).containsExactly(new Finding("f", Colour.GREEN, high, -2, 7, 1),
                new Finding("f", Colour.GREEN, higher, -3, 7, 1));
    }

    @Test
    void what_must_not_be_there_is_looked_for() {
        GroupGate gate = gate("$s : Sight( count > 0 )  not Bounds( countMin > 3 )", INSERTION);

        assertThat(Objects.requireNonNull(gate.asked(List.of(sight(0, 1)))).facts()).hasSize(1);
        assertThat(Objects.requireNonNull(gate.asked(List.of(sight(0, 1), new Bounds(0, 3)))).facts()).hasSize(1);
        assertThat(Objects.requireNonNull(gate.asked(List.of(sight(0, 1), new Bounds(0, 4)))).facts()).isEmpty();
        assertThat(gate.asked(List.of(sight(0, 1), new Bounds(0, 3), new Bounds(0, 4)))).isNull();
    }

    @Test
    void the_engine_is_asked_where_a_consequence_does_more_than_insert_or_its_facts_are_looked_at() {
        List<Object> facts = List.of(sight(0, 1));
        for (String then : List.of("System.gc();", "insert( new Finding( \"f\" ) );", "insert( $s );",
                "insert( new Finding( \"f\", Colour.GREEN, $s, $s.count() + 1, 1, 1 ) );",
                "insert( new Sight( 1, 1, true, Colour.RED, \"a\" ) );", INSERTION + " System.gc();")) {
            GroupGate gate = gate("$s : Sight( count > 0 )", then);
            assertThat(gate.asked(facts)).as(then).isNull();
            assertThat(Objects.requireNonNull(gate.asked(List.of(sight(0, 0)))).rules()).as(then).isEmpty();
        }
        assertThat(gate("$s : Sight( count > 0 )", INSERTION).asked(facts)).isNotNull();
    }

    @Test
    void the_engine_is_asked_where_numbers_of_two_kinds_meet_within_rounding_and_not_where_they_are_the_same() {
        GroupGate gate = gate("$b : Bounds()  $s : Sight( count >= $b.heightMax )", INSERTION);

        assertThat(gate.asked(List.of(sight(0, 2), new Bounds(2, 0)))).isNotNull();
        assertThat(gate.asked(List.of(sight(0, 2), new Bounds(Math.nextUp(2.0), 0)))).isNull();
        assertThat(gate.asked(List.of(sight(0, 2), new Bounds(1.99, 0)))).isNotNull();
    }

    @Test
    void two_doubles_are_known_however_close_they_are() {
        GroupGate gate = gate("$b : Bounds()  $s : Sight( height >= $b.heightMax )", INSERTION);

        assertThat(Objects.requireNonNull(gate.asked(List.of(sight(2, 0), new Bounds(2, 0)))).rules()).hasSize(1);
        assertThat(Objects.requireNonNull(gate.asked(List.of(sight(Math.nextUp(2.0), 0), new Bounds(2, 0)))).rules())
                .hasSize(1);
        assertThat(Objects.requireNonNull(gate.asked(List.of(sight(Math.nextDown(2.0), 0), new Bounds(2, 0)))).rules())
                .isEmpty();
    }

    @Test
    void too_many_combinations_are_left_to_the_bounds_of_the_engine() {
        GroupGate gate = gate("$b : Bounds( countMin >= 0 )  $s : Sight( count > 0 )", INSERTION);
        List<Object> facts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            facts.add(new Bounds(i, i));
            facts.add(sight(i, i));
        }

        assertThat(gate.asked(facts)).isNull();
    }

    @Test
    void a_fact_that_refuses_its_values_is_left_to_the_engine_to_complain_about() {
        GroupGate gate = gate("$s : Sight( count > 0 )", INSERTION);

        assertThat(gate.asked(List.of(sight(0, 13)))).isNull();
    }

    @Test
    void what_it_cannot_read_may_fire() {
        assertThat(gates("Sight( height > 1 || count > 1 )")).isEmpty();
        assertThat(gates("Sight( count * 2 > 1 )")).isEmpty();
        assertThat(gates("( Sight( count > 1 ) or Bounds( countMin > 1 ) )")).isEmpty();
        assertThat(gates("Sight( count > 1 )  Sight( count < 0 )")).isEmpty();
        assertThat(gates("not Sight( count > 1 )")).isEmpty();
        assertThat(gates("Sight()")).isEmpty();
        GroupGate partly = gate("not Bounds()  Sight( count > 1, height * 2 > 1 )");
        assertThat(may(partly, List.of(sight(0, 2)))).isTrue();
        assertThat(may(partly, List.of(sight(0, 1)))).isFalse();
    }

    @Test
    @DisplayName("when the gate says no, plain Java that reads the same conditions says no as well: 50,000 random "
            + "facts")
    void is_sound() {
        long seed = Long.getLong("seed", 20261121);
        Random random = new Random(seed);
        GroupGate gate = gate("$b : Bounds()  Sight( height > $b.heightMax, count != 0, colour != Colour.RED )");
        int shut = 0;
        for (int i = 0; i < 50_000; i++) {
            Bounds bounds = new Bounds(random.nextInt(4) / 2.0, random.nextInt(3));
            Sight sight = new Sight(random.nextInt(4) / 2.0, random.nextInt(3), true,
                    Colour.values()[random.nextInt(2)], "a");
            boolean fires = sight.height() > bounds.heightMax() && sight.count() != 0 && sight.colour() != Colour.RED;
            boolean may = may(gate, List.of(sight, bounds));
            assertThat(may || !fires).as("seed %d: %s %s", seed, bounds, sight).isTrue();
            shut += may ? 0 : 1;
        }
        assertThat(shut).isGreaterThan(25_000);
    }

    @Test
    @DisplayName("a run that is asked again and again answers as one that was never asked: 50,000 rows of random "
            + "facts, some of them the very same")
    void a_run_that_is_asked_again_answers_like_a_fresh_one() {
        long seed = Long.getLong("seed", 20261121);
        Random random = new Random(seed);
        GroupGate gate = gate("$b : Bounds()  $s : Sight( count > $b.countMin )", INSERTION);
        GateRun run = gate.run();
        Object[] known = {new Bounds(1, 1), new Bounds(1, 2), sight(0, 2), sight(1, 3), "not looked at"};
        Object[] row = new Object[4];
        int formed = 0;
        for (int i = 0; i < 50_000; i++) {
            int count = random.nextInt(row.length + 1);
            for (int place = 0; place < count; place++) {
                row[place] = random.nextInt(4) == 0 ? sight(random.nextInt(3), random.nextInt(3))
                        : known[random.nextInt(known.length)];
            }
            List<Object> fresh = gate.run().formed(row.clone(), count);
            assertThat(run.formed(row, count)).as("seed %d: %s", seed, Arrays.asList(row).subList(0, count))
                    .isEqualTo(fresh);
            formed += fresh == null || fresh.isEmpty() ? 0 : 1;
        }
        assertThat(formed).isGreaterThan(5_000);
    }

    private static Sight sight(double height, long count) {
        return new Sight(height, count, false, Colour.RED, "");
    }

    /** Whether the gate leaves open that a rule fires. */
    private static boolean may(GroupGate gate, List<Object> facts) {
        GroupGate.Formed formed = gate.asked(facts);
        return formed == null || !formed.rules().isEmpty();
    }

    private static GroupGate gate(String when) {
        return gates(when).get("room.question");
    }

    private static GroupGate gate(String when, String then) {
        return gates(when, then).get("room.question");
    }

    private static Map<String, GroupGate> gates(String when) {
        return gates(when, "insert( \"\" );");
    }

    private static Map<String, GroupGate> gates(String when, String then) {
        List<DrlFile> files = new ArrayList<>(List.of(file(when, then)));
        assertThat(files.get(0).problems()).isEmpty();
        return GroupGate.of(files, GroupGateTest.class.getClassLoader());
    }

    static DrlFile file(String when, String then) {
        String text = """
                package rules.room.question
                import org.portcullis.engine.rules.gate.GroupGateTest.Sight
                import org.portcullis.engine.rules.gate.GroupGateTest.Bounds
                import org.portcullis.engine.rules.gate.GroupGateTest.Colour
                import org.portcullis.engine.rules.gate.GroupGateTest.Finding
                rule "room.question.a"
                    agenda-group "room.question"
                when
                    %s
                then
                    %s
                end
                """.formatted(when, then);
        return DrlFile.read(new RuleFile("room/question.drl", "room", text));
    }
}
