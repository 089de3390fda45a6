package org.portcullis.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Only the words and the door in a room's own package cross rooms; {@code domain} and {@code adapter} stay inside. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModulesTest {

    private static final String WAY_OUT = "; other rooms see the types in a room's own package only: move the word "
            + "there, "
            + "or ask through the room's door";

    private static ApplicationModules product;
    private static ApplicationModules samples;

    @BeforeAll
    static void rooms_are_the_modules() {
        System.setProperty("spring.modulith.detection-strategy", RoomModules.class.getName());
        product = ApplicationModules.of(Rooms.ROOT, new ImportOption.DoNotIncludeTests());
        samples = ApplicationModules.of(Rooms.sampleRoot("modules"), new ImportOption.OnlyIncludeTests());
    }

    @Test
    void only_root_package_types_cross_rooms() {
        assertThat(faults(product)).isEmpty();
    }

    @Test
    void the_rooms_are_what_is_verified() {
        assertThat(product.stream()
                .map(module -> module.getIdentifier().toString()))
                .contains("kernel", "engine", "risk", "order").allMatch(Rooms.ORDER::contains);
    }

    @Test
    void a_room_that_reaches_into_another_is_named_with_the_way_out() {
        assertThat(faults(samples))
                .anyMatch(fault -> fault.contains("risk") && fault.contains("Inner") && fault.contains("door"));
    }

    @Test
    void the_open_packages_of_the_engine_are_no_fault() {
        assertThat(faults(samples))
                .noneMatch(fault -> fault.contains("within module 'engine'"));
    }

    private static List<String> faults(ApplicationModules modules) {
        return modules.detectViolations().getMessages().stream().map(message -> message + WAY_OUT).toList();
    }
}
