package org.portcullis.engine.rules.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.rules.source.DrlFile;
import org.portcullis.engine.rules.source.RuleFile;

/** The gate says no only where no rule can fire; what it cannot read it leaves to the engine. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GroupGateTest {

    /** What rules look at. */
    public record Sight(double height, long count, boolean open, Colour colour, String name) {
    }

    /** Limits as a fact. */
    public record Bounds(double heightMax, long countMin) {
    }

    /** A constant of the facts. */
    public enum Colour { RED, GREEN }

    @Test
    void stays_shut_below_the_limit_and_opens_on_it() {
        GroupGate gate = gate("$b : Bounds()  Sight( height >= $b.heightMax )");

        assertThat(gate.mayFire(List.of(new Bounds(2, 0), sight(1.99, 0)))).isFalse();
        assertThat(gate.mayFire(List.of(new Bounds(2, 0), sight(2, 0)))).isTrue();
    }

    @Test
    void whole_numbers_are_compared_exactly() {
        GroupGate gate = gate("$b : Bounds()  Sight( count > $b.countMin )");
        long large = Long.MAX_VALUE - 1;

        assertThat(gate.mayFire(List.of(new Bounds(0, large), sight(0, large)))).isFalse();
        assertThat(gate.mayFire(List.of(new Bounds(0, large), sight(0, large + 1)))).isTrue();
    }

    @Test
    void what_is_no_number_is_not_more_less_or_equal_but_other() {
        List<Object> facts = List.of(new Bounds(2, 0), sight(Double.NaN, 0));
        for (String comparison : List.of(">", ">=", "<", "<=", "==")) {
            assertThat(gate("$b : Bounds()  Sight( height " + comparison + " $b.heightMax )").mayFire(facts))
                    .as(comparison).isFalse();
        }
        assertThat(gate("$b : Bounds()  Sight( height != $b.heightMax )").mayFire(facts)).isTrue();
    }

    @Test
    void constants_texts_and_flags_are_compared() {
        GroupGate gate = gate("Sight( colour == Colour.RED, name == \"a\", open == true )");

        assertThat(gate.mayFire(List.of(new Sight(0, 0, true, Colour.RED, "a")))).isTrue();
        assertThat(gate.mayFire(List.of(new Sight(0, 0, true, Colour.GREEN, "a")))).isFalse();
        assertThat(gate.mayFire(List.of(new Sight(0, 0, true, Colour.RED, "b")))).isFalse();
        assertThat(gate.mayFire(List.of(new Sight(0, 0, false, Colour.RED, "a")))).isFalse();
    }

    @Test
    void a_missing_fact_keeps_it_shut_and_a_second_of_a_type_opens_it() {
        GroupGate gate = gate("Bounds( countMin > 0 )  Sight( count > 0 )");

        assertThat(gate.mayFire(List.of(sight(0, 5)))).isFalse();
        assertThat(gate.mayFire(List.of(new Bounds(0, 1), sight(0, 0)))).isFalse();
        assertThat(gate.mayFire(List.of(new Bounds(0, 1), sight(0, 0), sight(0, 0)))).isTrue();
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
        assertThat(partly.mayFire(List.of(sight(0, 2)))).isTrue();
        assertThat(partly.mayFire(List.of(sight(0, 1)))).isFalse();
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
            boolean may = gate.mayFire(List.of(sight, bounds));
            assertThat(may || !fires).as("seed %d: %s %s", seed, bounds, sight).isTrue();
            shut += may ? 0 : 1;
        }
        assertThat(shut).isGreaterThan(25_000);
    }

    private static Sight sight(double height, long count) {
        return new Sight(height, count, false, Colour.RED, "");
    }

    private static GroupGate gate(String when) {
        return gates(when).get("room.question");
    }

    private static Map<String, GroupGate> gates(String when) {
        String text = """
                package rules.room.question
                import org.portcullis.engine.rules.gate.GroupGateTest.Sight
                import org.portcullis.engine.rules.gate.GroupGateTest.Bounds
                import org.portcullis.engine.rules.gate.GroupGateTest.Colour
                rule "room.question.a"
                    agenda-group "room.question"
                when
                    %s
                then
                    insert( "" );
                end
                """.formatted(when);
        List<DrlFile> files = new ArrayList<>(List.of(DrlFile.read(new RuleFile("room/question.drl", "room", text))));
        assertThat(files.get(0).problems()).isEmpty();
        return GroupGate.of(files, GroupGateTest.class.getClassLoader());
    }
}
