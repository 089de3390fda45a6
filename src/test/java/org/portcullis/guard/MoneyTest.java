package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.asm.ClassReader;

/** Money is counted, not approximated: no {@code float} or {@code double} in the rooms that hold it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MoneyTest {

    @Test
    void money_rooms_hold_no_binary_fractions() {
        assertThat(fractions(Rooms.ROOT, Rooms.product())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"field price", "parameter or result of method half",
            "local value or constant in method half",
        "field rates", "call of doubleValue in method rounded"})
    void each_place_of_a_binary_fraction_is_named_with_the_way_out(String place) {
        assertThat(fractions(Rooms.sampleRoot("money"), Rooms.samples("money")))
                .anySatisfy(fault -> assertThat(fault).contains("Approximates").contains(place).contains("FixedPoint"));
    }

    @Test
    void whole_numbers_are_fine() {
        assertThat(fractions(Rooms.sampleRoot("money"), Rooms.samples("money")))
                .noneMatch(fault -> fault.contains("Counts"));
    }

    static List<String> fractions(String root, JavaClasses classes) {
        List<String> faults = new ArrayList<>();
        for (JavaClass type : classes) {
            boolean money = Rooms.MONEY.stream().anyMatch(room -> type.getPackageName().equals(root + "." + room)
                    || type.getPackageName().startsWith(root + "." + room + "."));
            if (money) {
                FractionFinder finder = new FractionFinder(type.getName());
                reader(type).accept(finder, ClassReader.SKIP_FRAMES);
                faults.addAll(finder.faults());
            }
        }
        return faults;
    }

    private static ClassReader reader(JavaClass type) {
        URI where = type.getSource().orElseThrow().getUri();
        try (InputStream bytes = where.toURL().openStream()) {
            return new ClassReader(bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read " + where, unreadable);
        }
    }
}
