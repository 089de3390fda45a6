package org.portcullis.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Rooms stand in a row and look left only. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoomsTest {

    private static final Pattern RULE_IMPORT = Pattern.compile("(?m)^\\s*import\\s+org\\.portcullis\\.(\\w+)");

    @Test
    void every_room_only_looks_left() {
        Rooms.ORDER.forEach(room -> onlyLooksLeft(Rooms.ROOT, room).check(Rooms.product()));
    }

    @Test
    void a_room_that_looks_right_is_named_with_the_way_out() {
        assertThatThrownBy(() -> onlyLooksLeft(Rooms.sampleRoot("rooms"), "kernel").check(Rooms.samples("rooms")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("LooksRight").hasMessageContaining("declare a port");
    }

    @Test
    void every_package_is_a_listed_room() {
        assertThat(strangers(Rooms.ROOT, Rooms.product())).isEmpty();
    }

    @Test
    void an_unlisted_package_and_a_second_class_in_the_root_are_named() {
        assertThat(strangers(Rooms.sampleRoot("rooms"), Rooms.samples("rooms")))
                .anyMatch(fault -> fault.contains("cellar.Hidden")).anyMatch(fault -> fault.contains("Loose"));
    }

    @Test
    @DisplayName("S3-19 no packages depend on each other in a circle")
    void no_packages_depend_on_each_other_in_a_circle() {
        noCircles(Rooms.ROOT).check(Rooms.product());
    }

    @Test
    void a_circle_is_named() {
        assertThatThrownBy(() -> noCircles(Rooms.sampleRoot("rooms")).check(Rooms.samples("rooms")))
                .isInstanceOf(AssertionError.class).hasMessageContaining("Cycle detected");
    }

    @Test
    @DisplayName("S2-REQ-STR1 strategies reach neither a venue, an order nor an account")
    void strategies_reach_neither_a_venue_an_order_nor_an_account() {
        onlyLooksLeft(Rooms.ROOT, "strategy").check(Rooms.product());
        assertThat(Rooms.rightOf(Rooms.ROOT, "strategy"))
                .contains("org.portcullis.venue..", "org.portcullis.order..", "org.portcullis.portfolio..");
    }

    @Test
    void rules_know_only_the_words_of_their_room_and_of_rooms_on_its_left() {
        assertThat(rulesLookingRight(Repository.HERE.resolve("rules"))).isEmpty();
    }

    @Test
    void a_rule_that_looks_right_is_named() {
        assertThat(rulesLookingRight(Repository.sample("rooms/rules")))
                .singleElement().asString().contains("market/peek.drl").contains("order");
    }

    static ArchRule onlyLooksLeft(String root, String room) {
        String[] right = Rooms.rightOf(root, room);
        if (right.length == 0) {
            return noClasses().that().resideInAPackage(root + "." + room + "..").should().resideInAPackage("nowhere")
                    .allowEmptyShould(true);
        }
        return noClasses().that().resideInAPackage(root + "." + room + "..")
                .should().dependOnClassesThat().resideInAnyPackage(right).allowEmptyShould(true)
                .because("a room imports only rooms to its left; if " + room
                        + " needs an answer from its right, declare a "
                        + "port in " + room + "'s own words and let the right room implement it");
    }

    static ArchRule noCircles(String root) {
        return SlicesRuleDefinition.slices().matching(root + ".(*)..").should().beFreeOfCycles()
                .because("data walks right and imports point left; move the shared word to the left room or use a "
                        + "port");
    }

    static List<String> strangers(String root, JavaClasses classes) {
        List<String> faults = new ArrayList<>();
        for (JavaClass type : classes) {
            String inside = type.getPackageName().substring(root.length());
            String room = inside.isEmpty() ? "" : inside.substring(1).split("\\.")[0];
            if (room.isEmpty() && !type.getName().startsWith(root + ".PortcullisApplication")
                    && !type.getSimpleName().equals("package-info")) {
                faults.add(type.getName() + ": the root package holds the application class only; put it into a room");
            } else if (!room.isEmpty() && !Rooms.ORDER.contains(room)) {
                faults.add(type.getName() + ": " + room + " is not a listed room; use one of " + Rooms.ORDER
                        + " or add it to the list at its place in the row");
            }
        }
        return faults;
    }

    static List<String> rulesLookingRight(Path rules) {
        List<String> faults = new ArrayList<>();
        for (Path file : Repository.files(rules, ".drl")) {
            Path inside = rules.relativize(file);
            String room = inside.getName(0).toString();
            Matcher imports = RULE_IMPORT.matcher(Repository.text(file));
            while (imports.find()) {
                if (Rooms.ORDER.indexOf(imports.group(1)) > Rooms.ORDER.indexOf(room)) {
                    faults.add(inside.toString().replace('\\', '/') + ": a rule of " + room + " imports "
                            + imports.group(1)
                            + ", which stands to its right; give the rule a fact in its own room's words");
                }
            }
        }
        return faults;
    }
}
