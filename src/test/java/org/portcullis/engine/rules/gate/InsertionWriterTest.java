package org.portcullis.engine.rules.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.rules.gate.GroupGateTest.Colour;
import org.portcullis.engine.rules.gate.GroupGateTest.Finding;
import org.portcullis.engine.rules.gate.GroupGateTest.Sight;
import org.portcullis.engine.rules.gate.Insertion.Argument;

/** Written code makes the very facts that the general way makes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class InsertionWriterTest {

    private static final Constructor<?> MADE = Finding.class.getConstructors()[0];
    private static final Sight SIGHT = new Sight(2.5, 4, true, Colour.RED, "seen");
    private static final Argument NAME = Argument.constant(String.class, "f");
    private static final Argument GREEN = Argument.constant(Colour.class, Colour.GREEN);
    private static final Argument ITSELF = Argument.fact(Sight.class, 1);
    private static final Argument COUNT = field("count");
    private static final Argument HEIGHT = field("height");
    private static final Argument ONE = Argument.constant(int.class, 1);

    /** Asked by name, as readings are. */
    public record Named(double base) {
        public double value(String name) {
            return base + name.length();
        }
    }

    @Test
    void constants_facts_and_fields_are_passed_on_and_widened() {
        InsertionWriter.Maker maker = Objects.requireNonNull(InsertionWriter.of(MADE,
                List.of(NAME, GREEN, ITSELF, COUNT, HEIGHT, ONE)));
        assertThat(maker.make(new Object[]{null, SIGHT}))
                .isEqualTo(new Finding("f", Colour.GREEN, SIGHT, 4, 2.5, 1));
        InsertionWriter.Maker other = Objects.requireNonNull(InsertionWriter.of(MADE,
                List.of(field("name"), field("colour"), ITSELF, ONE, COUNT, COUNT)));
        assertThat(other.make(new Object[]{null, SIGHT}))
                .isEqualTo(new Finding("seen", Colour.RED, SIGHT, 1, 4, 4));
    }

    @Test
    void numbers_asked_for_by_name_are_passed_on() {
        Argument named = Objects.requireNonNull(TextCall.argument(0, Named.class, "value", "abc"));
        InsertionWriter.Maker maker = Objects.requireNonNull(InsertionWriter.of(MADE,
                List.of(NAME, GREEN, ITSELF, COUNT, named, HEIGHT)));
        assertThat(maker.make(new Object[]{new Named(10), SIGHT}))
                .isEqualTo(new Finding("f", Colour.GREEN, SIGHT, 4, 13, 2.5));
    }

    @Test
    void what_is_changed_on_the_way_is_made_in_the_general_way() {
        Argument negated = COUNT.with(value -> -(Long) value);
        List<Argument> arguments = List.of(NAME, GREEN, ITSELF, negated, HEIGHT, ONE);
        assertThat(InsertionWriter.of(MADE, arguments)).isNull();
        assertThat(new Insertion(MADE, arguments).from(new Object[]{null, SIGHT}))
                .isEqualTo(new Finding("f", Colour.GREEN, SIGHT, -4, 2.5, 1));
    }

    @Test
    void what_refuses_its_values_is_made_in_neither_way() {
        Sight thirteen = new Sight(1, 13, true, Colour.RED, "");
        Object[] slots = {null, thirteen};
        assertThat(new Insertion(MADE, List.of(NAME, GREEN, ITSELF, COUNT, HEIGHT, ONE)).from(slots)).isNull();
        assertThat(new Insertion(MADE, List.of(NAME, GREEN, ITSELF, COUNT.with(value -> -(Long) value), HEIGHT, ONE))
                .from(slots)).isNull();
    }

    private static Argument field(String name) {
        return Objects.requireNonNull(FieldReading.argument(1, Sight.class, name));
    }
}
