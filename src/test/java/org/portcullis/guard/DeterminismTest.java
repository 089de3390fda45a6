package org.portcullis.guard;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two replays of the same events must do the same: nobody outside {@code engine} asks the clock, a die or a thread. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeterminismTest {

    /** Class name to the methods or constructors ({@code <init>}) that are not called. */
    private static final Map<String, Pattern> BANNED = Map.ofEntries(
            Map.entry("java.lang.System", Pattern.compile("currentTimeMillis|nanoTime")),
            Map.entry("java.lang.Math", Pattern.compile("random")),
            Map.entry("java.util.UUID", Pattern.compile("randomUUID")),
            Map.entry("java.util.Timer", Pattern.compile("<init>")),
            Map.entry("java.util.Calendar", Pattern.compile("getInstance")),
            Map.entry("java.lang.Thread", Pattern.compile(
            "<init>|start|startVirtualThread|ofVirtual|ofPlatform|sleep")),
            Map.entry("java.util.concurrent.Executors", Pattern.compile("new.*")),
            Map.entry("java.util.concurrent.ForkJoinPool", Pattern.compile("<init>|commonPool")),
            Map.entry("java.util.concurrent.ThreadPoolExecutor", Pattern.compile("<init>")),
            Map.entry("java.util.concurrent.ScheduledThreadPoolExecutor", Pattern.compile("<init>")),
            Map.entry("java.util.concurrent.ThreadLocalRandom", Pattern.compile("current")),
            Map.entry("java.util.Collection", Pattern.compile("parallelStream")));

    private static final Set<String> DICE = Set.of("java.util.Random", "java.util.SplittableRandom",
            "java.security.SecureRandom");

    private static final List<String> CLOCKS = List.of("java.time.Clock", "java.time.InstantSource");

    @Test
    void only_the_engine_asks_the_clock_a_die_or_a_thread() {
        deterministic(Rooms.ROOT).check(Rooms.product());
    }

    @ParameterizedTest
    @ValueSource(strings = {"currentTimeMillis", "Instant.now()", "LocalDate.now()", "systemUTC", "Date.<init>()",
        "Random.<init>", "randomUUID", "Math.random", "Thread.<init>", "newFixedThreadPool", "supplyAsync"})
    void each_banned_call_is_named_with_the_way_out(String call) {
        assertThatThrownBy(() -> deterministic(Rooms.sampleRoot("determinism")).check(Rooms.samples("determinism")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("AsksAround").hasMessageContaining(call).hasMessageContaining("InstantSource");
    }

    @Test
    void an_instant_source_that_was_handed_in_is_fine() {
        noClasses().that().haveSimpleName("AsksNicely").should().accessTargetWhere(BANNED_CALL)
                .check(Rooms.samples("determinism"));
    }

    private static final DescribedPredicate<JavaAccess<?>> BANNED_CALL =
            DescribedPredicate.describe("the target is a clock, a die or a new thread", DeterminismTest::banned);

    static ArchRule deterministic(String root) {
        return noClasses().that().resideInAPackage(root + "..")
                .and().resideOutsideOfPackage(root + ".engine..")
                .should().accessTargetWhere(BANNED_CALL).allowEmptyShould(true)
                .because("a replay must give the same decisions; take a java.time.InstantSource as a constructor "
                        + "argument, make "
                        + "ids by hashing content, and let the engine run tasks");
    }

    private static boolean banned(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String method = access.getTarget().getName();
        Pattern calls = BANNED.get(owner.getName());
        if (calls != null && calls.matcher(method).matches()) {
            return true;
        }
        if (DICE.contains(owner.getName()) && method.equals("<init>")) {
            return true;
        }
        if (owner.isAssignableTo(Thread.class) && (method.equals("<init>") || method.equals("start"))) {
            return true;
        }
        if (CLOCKS.contains(owner.getName()) && method.startsWith("system")) {
            return true;
        }
        return implicit(access, owner.getName(), method);
    }

    /** Calls that read the clock or borrow a thread when an argument is left out. */
    private static boolean implicit(JavaAccess<?> access, String owner, String method) {
        String signature = access.getTarget().getFullName();
        if (owner.startsWith("java.time.") && method.equals("now")) {
            return !signature.contains("Clock");
        }
        if (owner.equals("java.util.Date") && method.equals("<init>")) {
            return signature.endsWith("()");
        }
        return owner.equals("java.util.concurrent.CompletableFuture") && method.endsWith("Async")
                && !signature.contains("Executor");
    }
}
