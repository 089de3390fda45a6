package org.portcullis.engine.rules.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
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

    /** Nobody outside can name it. */
    private record Hidden(double height) {
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
    void the_engine_is_asked_where_numbers_meet_within_rounding_and_not_where_they_are_the_same() {
        GroupGate gate = gate("$b : Bounds()  $s : Sight( height >= $b.heightMax )", INSERTION);

        assertThat(gate.asked(List.of(sight(2, 0), new Bounds(2, 0)))).isNotNull();
        assertThat(gate.asked(List.of(sight(Math.nextUp(2.0), 0), new Bounds(2, 0)))).isNull();
        assertThat(gate.asked(List.of(sight(2.01, 0), new Bounds(2, 0)))).isNotNull();
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

    private static Sight sight(double height, long count) {
        return new Sight(height, count, false, Colour.RED, "");
    }

    /** Whether the gate leaves open that a rule fires. */
    private static boolean may(GroupGate gate, List<Object> facts) {
        GroupGate.Formed formed = gate.asked(facts);
        return formed == null || !formed.rules().isEmpty();
    }

    @Test
    void one_piece_of_code_for_a_group_says_of_every_rule_what_the_rule_says() {
        Random random = new Random(Long.getLong("seed", 20_261_121L));
        double[] heights = {0, 1, 2, 2 + 1e-13, 2 - 1e-13, -2, Double.NaN, Double.POSITIVE_INFINITY, 1e300};
        long[] counts = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53, (1L << 53) + 1};
        for (String comparison : List.of("<", "<=", ">", ">=", "==", "!=")) {
            Class<?>[] types = {Bounds.class, Sight.class};
            RuleGate[] rules = rules(types, "$b : Bounds()  Sight( height " + comparison + " $b.heightMax )",
                    "$b : Bounds()  Sight( count " + comparison + " $b.countMin )",
                    "$b : Bounds()  Sight( count " + comparison + " $b.heightMax, height " + comparison + " 2 )",
                    "Sight( count " + comparison + " 1 )", "Sight( colour == Colour.RED, name != \"a\" )",
                    "Sight( open == true )  Bounds( heightMax " + comparison + " 0 )");
            GateProgram program = Objects.requireNonNull(GateWriter.of(types, rules));
            for (int i = 0; i < 2_000; i++) {
                Object[] slots = {random.nextInt(9) == 0 ? null : new Bounds(heights[random.nextInt(heights.length)],
                        counts[random.nextInt(counts.length)]), random.nextInt(9) == 0 ? null
                        : new Sight(heights[random.nextInt(heights.length)], counts[random.nextInt(counts.length)],
                        random.nextBoolean(), Colour.values()[random.nextInt(2)], random.nextBoolean() ? "a" : "b")};
                long present = (slots[0] == null ? 0 : 1) | (slots[1] == null ? 0 : 2);
                long may = program.mayFire(slots, present);
                long surely = program.surelyFires(slots, present);
                for (int rule = 0; rule < rules.length; rule++) {
                    boolean mayFire = rules[rule].mayFire(slots);
                    assertThat(may >>> rule & 1).as("%s on %s", rules[rule].name(), List.of(String.valueOf(slots[0]),
                            String.valueOf(slots[1]))).isEqualTo(mayFire ? 1 : 0);
                    assertThat(surely >>> rule & 1).as("%s on %s", rules[rule].name(), List.of(
                            String.valueOf(slots[0]), String.valueOf(slots[1])))
                            .isEqualTo(mayFire && rules[rule].surelyFires(slots) ? 1 : 0);
                }
            }
        }
    }

    @Test
    @DisplayName("R4: the code of a group goes when its version of the rules goes")
    void the_code_of_a_group_goes_with_its_version() {
        Class<?>[] types = {Bounds.class, Sight.class};
        List<WeakReference<Class<?>>> codes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            RuleGate[] rules = rules(types, "$b : Bounds()  Sight( count > " + i + " )");
            GateProgram program = Objects.requireNonNull(GateWriter.of(types, rules));
            codes.add(new WeakReference<>(program.getClass()));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            System.gc();
            return codes.stream().filter(code -> code.get() == null).count() >= 99;
        });
    }

    @Test
    void groups_that_no_single_piece_of_code_can_hold_are_asked_rule_by_rule() {
        Class<?>[] types = {Bounds.class, Sight.class};
        String[] many = new String[Long.SIZE];
        Arrays.fill(many, "$b : Bounds()  Sight( height > $b.heightMax )");

        assertThat(GateWriter.of(types, rules(types, many))).isNull();
        assertThat(GateWriter.of(new Class<?>[]{Hidden.class}, new RuleGate[0])).isNull();
    }

    private static RuleGate[] rules(Class<?>[] types, String... conditions) {
        RuleGate[] rules = new RuleGate[conditions.length];
        for (int i = 0; i < conditions.length; i++) {
            DrlFile file = file(conditions[i], "insert( \"\" );");
            List<Class<?>> slots = new ArrayList<>(List.of(types));
            rules[i] = new GateReader(file, GroupGateTest.class.getClassLoader(), slots).read(file.rules().get(0));
            assertThat(slots).containsExactly(types);
        }
        return rules;
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

    private static DrlFile file(String when, String then) {
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
