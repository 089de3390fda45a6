package org.portcullis.engine.rules.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleRecorder;
import org.portcullis.engine.rules.RuleRunFailed;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.rules.RuleText;
import org.portcullis.engine.rules.gate.RecordingPanel;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.risk.adapter.rules.Checks;
import org.portcullis.risk.adapter.rules.Sizes;

/**
 * The recording groups of the shipped rules against the engine itself: what is recorded without it is what it records,
 * check by check and in its order; where it fails, nothing is known without it.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedRecordersTest {

    private static final int RUNS = Integer.getInteger("runs", 6_000);
    private static final int DRAWS = 1_000;
    private static final long SEED = Long.getLong("seed", 20261121);
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (org\\.portcullis\\.[\\w.]+)");
    private static final RuleLimits LIMITS = RuleLimits.standard()
            .within(RuleLimits.standard().firingsMax(), Duration.ofSeconds(30));
    /** Few numbers, so that values meet their limits, or miss them by one step. */
    private static final long[] NUMBERS = {0, 1, 2, 5 * FixedPoint.ONE, 5 * FixedPoint.ONE + 1, 5 * FixedPoint.ONE - 1,
        100 * FixedPoint.ONE, 40_000 * FixedPoint.ONE, -1, -3 * FixedPoint.ONE, Long.MAX_VALUE};

    @TempDir
    static Path folder;
    private static @Nullable RuleLibrary library;

    static List<String> groups() {
        Set<String> groups = new TreeSet<>();
        rules().rules().stream().map(RuleText::agendaGroup).forEach(groups::add);
        groups.removeAll(Set.of("risk.exits", "risk.tripping")); // answer no order
        return List.copyOf(groups);
    }

    @BeforeAll
    static void open() throws IOException {
        Path risk = Files.createDirectories(folder.resolve("risk"));
        try (Stream<Path> files = Files.list(Path.of("rules/risk"))) {
            for (Path file : files.toList()) {
                Files.copy(file, risk.resolve(file.getFileName()));
            }
        }
        library = RuleLibrary.open(folder, RuleSandbox.allowing("org.portcullis."), LIMITS, InstantSource.system());
    }

    @AfterAll
    static void close() {
        Objects.requireNonNull(library).close();
    }

    private static CompiledRules rules() {
        return (CompiledRules) Objects.requireNonNull(library).base("risk");
    }

    @ParameterizedTest
    @MethodSource("groups")
    @DisplayName("for random facts on and beside their limits, what is known without the engine is what it records")
    void what_is_known_without_the_engine_is_what_it_records(String group) throws Exception {
        Random random = new Random(SEED + group.hashCode());
        CompiledRules rules = rules();
        assertThat(rules.recordings().knows(group)).as("%s is plain", group).isTrue();
        List<Class<?>> types = types(rules, group);
        RecordingPanel panel = Objects.requireNonNull(rules.recordings().panel(List.of(group)));
        int known = 0;
        int recorded = 0;
        int failed = 0;
        int several = 0;
        for (int run = 0; run < RUNS; run++) {
            List<Object> facts = facts(types, random);
            RuleRecorder here = recorder(group);
            List<String> fired = new RecordedGroups(rules, here).fire(group, facts, LIMITS.firingsMax());
            RuleRecorder byCode = recorder(group);
            List<String> firedByCode = new ArrayList<>();
            boolean answered = panel.record(facts, byCode, firedByCode);
            RuleRecorder there = recorder(group);
            List<String> byEngine = engine(rules, group, facts, there);
            String what = "seed " + SEED + " " + facts;
            if (fired == null) {
                assertThat(written(here)).as(what).isEmpty();
            } else {
                assertThat(fired).as(what).isEqualTo(byEngine);
                assertThat(written(here)).as(what).isEqualTo(written(there));
            }
            assertThat(answered).as("by code, %s", what).isEqualTo(fired != null);
            if (answered) {
                assertThat(firedByCode).as("by code, %s", what).isEqualTo(byEngine);
                assertThat(written(byCode)).as("by code, %s", what).isEqualTo(written(there));
            }
            known += fired == null ? 0 : 1;
            recorded += fired == null || fired.isEmpty() ? 0 : 1;
            failed += byEngine == null ? 1 : 0;
            several += facts.stream().map(Object::getClass).distinct().count() < facts.size() ? 1 : 0;
        }
        assertThat(known).as("answered without the engine").isGreaterThanOrEqualTo(RUNS - failed - several);
        assertThat(recorded).as("something was recorded").isGreaterThan(RUNS / 20);
    }

    private static RuleRecorder recorder(String group) {
        return group.startsWith("risk.sizing") ? new Sizes() : new Checks("USDT");
    }

    /** Everything that was recorded, to the last number. */
    private static List<?> written(RuleRecorder recorder) {
        return recorder instanceof Checks checks ? checks.made() : ((Sizes) recorder).stated();
    }

    /** What the engine fires when nothing stands before it; null when it fails. */
    private static @Nullable List<String> engine(CompiledRules rules, String group, List<Object> facts,
            RuleRecorder recorder) {
        try (LimitedSession session = (LimitedSession) rules.open(recorder)) {
            facts.forEach(session::insert);
            session.fireUnchecked(group);
            return session.firedRules();
        } catch (RuleRunFailed failed) {
            return null;
        }
    }

    /** The fact types that the group's file imports. */
    private static List<Class<?>> types(CompiledRules rules, String group)
            throws IOException, ClassNotFoundException {
        List<Class<?>> types = new ArrayList<>();
        String file = rules.rules().stream().filter(rule -> rule.agendaGroup().equals(group)).findFirst().orElseThrow()
                .file();
        Matcher imports = IMPORT.matcher(Files.readString(Path.of("rules").resolve(file)));
        while (imports.find()) {
            Class<?> type = Class.forName(imports.group(1));
            if (type.isRecord()) {
                types.add(type);
            }
        }
        return types;
    }

    /** Mostly one fact of each type, now and then none or up to four, in any order. */
    private static List<Object> facts(List<Class<?>> types, Random random) throws Exception {
        List<Object> facts = new ArrayList<>();
        for (Class<?> type : types) {
            int count = random.nextInt(20) == 0 ? 0 : random.nextInt(30) == 0 ? 2 + random.nextInt(3) : 1;
            for (int i = 0; i < count; i++) {
                facts.add(value(type, type, random));
            }
        }
        Collections.shuffle(facts, random);
        return facts;
    }

    private static Object value(Class<?> type, java.lang.reflect.Type generic, Random random) throws Exception {
        if (type == long.class) {
            return NUMBERS[random.nextInt(random.nextInt(8) == 0 ? NUMBERS.length : NUMBERS.length - 3)];
        }
        if (type == int.class) {
            return random.nextInt(4);
        }
        if (type == boolean.class) {
            return random.nextBoolean();
        }
        if (type == String.class) {
            return "TEXT" + random.nextInt(3);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
        }
        if (type == Optional.class && generic instanceof ParameterizedType perhaps) {
            Class<?> of = (Class<?>) perhaps.getActualTypeArguments()[0];
            return random.nextBoolean() ? Optional.empty() : Optional.of(value(of, of, random));
        }
        if (type == List.class && generic instanceof ParameterizedType list) {
            Class<?> of = (Class<?>) list.getActualTypeArguments()[0];
            return random.nextBoolean() ? List.of() : List.of(value(of, of, random));
        }
        assertThat(type.isRecord()).as("%s cannot be made up", type).isTrue();
        return made(() -> parts(type, random), type);
    }

    /** A fact that refuses its values is drawn again. */
    private static Object made(Supplier<Object[]> parts, Class<?> type) throws Exception {
        Class<?>[] types = new Class<?>[type.getRecordComponents().length];
        for (int i = 0; i < types.length; i++) {
            types[i] = type.getRecordComponents()[i].getType();
        }
        for (int draw = 0; draw < DRAWS; draw++) {
            try {
                return type.getConstructor(types).newInstance(parts.get());
            } catch (InvocationTargetException refused) {
                assertThat(refused.getCause()).isInstanceOfAny(IllegalArgumentException.class,
                        IllegalStateException.class, ArithmeticException.class);
            }
        }
        throw new IllegalStateException(type + " refuses all that was drawn");
    }

    private static Object[] parts(Class<?> type, Random random) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = value(components[i].getType(), components[i].getGenericType(), random);
            }
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
        return values;
    }
}
