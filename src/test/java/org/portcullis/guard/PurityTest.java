package org.portcullis.guard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Frameworks stay at the edge: what decides is plain Java that a reader can run in the head. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PurityTest {

    private static final String[] FRAMEWORKS = {"org.kie..", "org.drools..", "org.camunda..", "org.apache.camel..",
            "org.apache.activemq..", "java.sql..", "javax.sql..", "jakarta..", "java.net.http..",
            "org.springframework.jdbc..", "org.springframework.jms..", "org.flywaydb..", "org.postgresql.."};

    /** Where a framework may be named: adapters, the engine, Spring configuration and validated settings. */
    private static final DescribedPredicate<JavaClass> AT_THE_EDGE = DescribedPredicate.describe("at the edge",
            type -> resideInAnyPackage("..adapter..", "..engine..").test(type) || wiring(type));

    /** One class that acts, such as a desk, and one that answers, such as a reader. */
    private static final int DOORS_MAX = 2;

    @Test
    void frameworks_are_named_at_the_edge_only() {
        frameworksAtTheEdge(Rooms.ROOT).check(Rooms.product());
    }

    @Test
    void a_framework_in_the_middle_is_named_with_the_way_out() {
        assertThatThrownBy(() -> frameworksAtTheEdge(Rooms.sampleRoot("purity")).check(Rooms.samples("purity")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("TalksSql").hasMessageContaining("into an adapter");
    }

    @Test
    void domains_are_pure() {
        Rooms.ORDER.forEach(room -> pureDomain(Rooms.ROOT, room).check(Rooms.product()));
    }

    @Test
    void a_domain_that_logs_is_named() {
        assertThatThrownBy(() -> pureDomain(Rooms.sampleRoot("purity"), "risk").check(Rooms.samples("purity")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Chatty").hasMessageContaining("return what was found");
    }

    @Test
    void the_kernel_imports_nothing_but_java() {
        pureKernel(Rooms.ROOT).check(Rooms.product());
    }

    @Test
    void a_kernel_that_imports_a_library_is_named() {
        assertThatThrownBy(() -> pureKernel(Rooms.sampleRoot("purity")).check(Rooms.samples("purity")))
                .isInstanceOf(AssertionError.class).hasMessageContaining("Dressed");
    }

    @Test
    void a_room_shows_words_and_at_most_two_doors() {
        assertThat(doors(Rooms.ROOT, Rooms.product())).isEmpty();
    }

    @Test
    void a_third_door_is_named() {
        assertThat(doors(Rooms.sampleRoot("purity"), Rooms.samples("purity"))).singleElement().asString()
                .contains("FrontDoor").contains("SideDoor").contains("BackDoor");
    }

    @Test
    void nothing_has_setters() {
        assertThat(setters(Rooms.product())).isEmpty();
    }

    @Test
    void a_setter_is_named() {
        assertThat(setters(Rooms.samples("purity"))).singleElement().asString().contains("setLimit").contains("record");
    }

    static ArchRule frameworksAtTheEdge(String root) {
        return noClasses().that().resideInAPackage(root + "..").and(DescribedPredicate.not(AT_THE_EDGE))
                .should().dependOnClassesThat().resideInAnyPackage(FRAMEWORKS).allowEmptyShould(true)
                .because("engines, stores and servlets change more often than the business; move the call into an "
                        + "adapter of "
                        + "the room and let the room state a port");
    }

    static ArchRule pureDomain(String root, String room) {
        return classes().that().resideInAPackage(root + "." + room + "..domain..")
                .should().onlyDependOnClassesThat(resideInAnyPackage("java.lang..", "java.util..", "java.math..",
                        "java.time..", "java.text..", "java.nio", "java.nio.charset..", "java.security..",
                        "org.jspecify..", "",
                        root + ".kernel..", root + ".engine.ids..", root + "." + room, root + "." + room + ".domain..")
                        .or(leftWord(root, room)))
                .allowEmptyShould(true)
                .because("a domain is java.*, the kernel, content hashes, its own words and the words of rooms on "
                + "its left; return "
                        + "what was "
                        + "found and let the door log, store or send it");
    }

    /** A type in the own package of a room further left: a word that this room speaks about. */
    private static DescribedPredicate<JavaClass> leftWord(String root, String room) {
        List<String> left = Rooms.ORDER.subList(0, Rooms.ORDER.indexOf(room)).stream()
                .filter(name -> !name.equals("engine")).map(name -> root + "." + name).toList();
        return DescribedPredicate.describe("a word of a room on the left", type -> left.contains(type.getPackageName())
                && (word(type) || type.isNestedClass()));
    }

    static ArchRule pureKernel(String root) {
        return classes().that().resideInAPackage(root + ".kernel..").should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "", root + ".kernel.."))
                .because("every room speaks the kernel's words; what the kernel imports, everybody imports");
    }

    static List<String> doors(String root, JavaClasses classes) {
        Map<String, List<String>> doors = classes.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> Rooms.ORDER.stream()
                .filter(room -> !List.of("kernel", "engine", "web", "cli").contains(room))
                        .anyMatch(room -> type.getPackageName().equals(root + "." + room)))
                .filter(type -> !word(type) && !wiring(type))
                .collect(Collectors.groupingBy(JavaClass::getPackageName,
                        Collectors.mapping(JavaClass::getSimpleName, Collectors.toList())));
        List<String> faults = new ArrayList<>();
        doors.forEach((room, names) -> {
            if (names.size() > DOORS_MAX) {
                faults.add(room + " has more than two doors: " + names.stream().sorted(Comparator.naturalOrder())
                        .toList()
                        + "; a room shows records, enums, interfaces, one class that acts and one that answers; the "
                        + "rest "
                        + "goes into "
                        + "domain or adapter");
            }
        });
        return faults;
    }

    static List<String> setters(JavaClasses classes) {
        List<String> faults = new ArrayList<>();
        for (JavaClass type : classes) {
            for (JavaMethod method : type.getMethods()) {
                if (method.getName().matches("set[A-Z].*") && method.getRawParameterTypes().size() == 1
                        && method.getModifiers().contains(JavaModifier.PUBLIC) && method.getOwner().equals(type)
                        && method.getRawReturnType().getName().equals("void") && !overrides(type, method)) {
                    faults.add(method.getFullName()
                            + ": words do not change once made; use a record and make a new one");
                }
            }
        }
        return faults;
    }

    private static boolean overrides(JavaClass type, JavaMethod method) {
        return type.getAllRawInterfaces().stream().flatMap(above -> above.getMethods().stream())
                .anyMatch(above -> above.getName().equals(method.getName()));
    }

    private static boolean word(JavaClass type) {
        return type.isRecord() || type.isEnum() || type.isInterface() || type.isAssignableTo(Throwable.class)
                || vocabulary(type);
    }

    /** Nothing but constants and pure functions: it cannot be made. */
    private static boolean vocabulary(JavaClass type) {
        return type.getConstructors().stream().allMatch(made -> made.getModifiers().contains(JavaModifier.PRIVATE))
                && type.getMethods().stream().allMatch(method -> method.getModifiers().contains(JavaModifier.STATIC));
    }

    private static boolean wiring(JavaClass type) {
        JavaClass outer = type;
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.isMetaAnnotatedWith("org.springframework.context.annotation.Configuration")
                || outer.isAnnotatedWith("org.springframework.context.annotation.Configuration")
                || outer.isAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties");
    }
}
