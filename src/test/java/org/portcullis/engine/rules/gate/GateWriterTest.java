package org.portcullis.engine.rules.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.rules.gate.GroupGateTest.Bounds;
import org.portcullis.engine.rules.gate.GroupGateTest.Colour;
import org.portcullis.engine.rules.gate.GroupGateTest.Sight;
import org.portcullis.engine.rules.source.DrlFile;

/** The code that is written for a group says what its rules say one by one, and goes with them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GateWriterTest {

    /** Nobody outside can name it. */
    private record Hidden(double height) {
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
                long[] sure = {-1};
                long may = program.ask(slots, present, sure);
                long surely = sure[0];
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
        await().atMost(Duration.ofSeconds(60)).until(() -> {
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
            DrlFile file = GroupGateTest.file(conditions[i], "insert( \"\" );");
            List<Class<?>> slots = new ArrayList<>(List.of(types));
            rules[i] = new GateReader(file, GateWriterTest.class.getClassLoader(), slots).read(file.rules().get(0));
            assertThat(slots).containsExactly(types);
        }
        return rules;
    }
}
