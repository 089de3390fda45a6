package org.portcullis.engine.rules.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.rules.RuleFiring;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.rules.RuleLimits;
import org.portcullis.engine.rules.RuleSandbox;
import org.portcullis.engine.rules.gate.GroupGate;
import org.portcullis.strategy.Events;
import org.portcullis.strategy.NamedNumbers;
import org.portcullis.strategy.PackParameters;
import org.portcullis.strategy.Readings;

/** What a gate knows of numbers that rules ask for by name is what the engine fires and forms. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NamedGatesTest {

    private static final int RUNS = 6_000;
    private static final long SEED = Long.getLong("seed", 20261121);
    private static final RuleLimits LIMITS = RuleLimits.standard()
            .within(RuleLimits.standard().firingsMax(), Duration.ofSeconds(30));

    @Test
    @DisplayName("B-S2 readings of this bar and the one before are judged as by the engine")
    void readings() {
        PackParameters cross = new PackParameters(new TreeMap<>(Map.of("adx-min", 20.0)));
        agree("strategy/ema-cross", "strategy.ema_cross.triggers", random -> List.of(cross, new Readings(
                numbers(random, "fast", "slow", "trend"), numbers(random, "fast", "slow", "trend"))));
    }

    @Test
    @DisplayName("B-S4 bars since things happened are judged as by the engine")
    void events() {
        PackParameters window = new PackParameters(new TreeMap<>(Map.of("window-bars", 20.0)));
        agree("strategy/swept-low", "strategy.swept_low.triggers", random -> List.of(window, new Events(since(random,
                "sweep-low", "back-above", "back-below", "break-down", "character-down"))));
    }

    private static void agree(String folder, String group, Function<Random, List<Object>> facts) {
        Random random = new Random(SEED);
        try (RuleLibrary library = RuleLibrary.open(Path.of("rules"), RuleSandbox.allowing("org.portcullis."),
                LIMITS, InstantSource.system())) {
            CompiledRules rules = (CompiledRules) library.base(folder);
            int fired = 0;
            int unknown = 0;
            for (int run = 0; run < RUNS; run++) {
                List<Object> given = facts.apply(random);
                GroupGate.Formed known = Objects.requireNonNull(rules.gate(group)).asked(given);
                List<String> engine = engine(rules, group, given);
                unknown += known == null ? 1 : 0;
                fired += engine.isEmpty() ? 0 : 1;
                if (known != null) {
                    assertThat(inOrder(known.rules(), known.facts())).as("seed %d: %s", SEED, given)
                            .isEqualTo(engine);
                }
            }
            assertThat(fired).as("fired").isBetween(RUNS / 100, RUNS * 9 / 10);
            assertThat(unknown).as("asked the engine").isLessThan(RUNS / 10);
        }
    }

    private static List<String> engine(CompiledRules rules, String group, List<Object> facts) {
        try (LimitedSession session = (LimitedSession) rules.open(null)) {
            facts.forEach(session::insert);
            session.fireUnchecked(group);
            List<Object> formed = new ArrayList<>(session.facts(Object.class));
            formed.removeAll(facts);
            return inOrder(session.fired().stream().map(RuleFiring::rule).toList(), formed);
        }
    }

    private static List<String> inOrder(List<String> rules, List<Object> facts) {
        return Stream.concat(rules.stream(), facts.stream().map(Object::toString)).sorted()
                .collect(Collectors.toList());
    }

    /** Close to each other, so that many are alike; now and then not known. */
    private static NamedNumbers numbers(Random random, String... names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(name).append('=').append(random.nextInt(30) == 0 ? Double.NaN : 19 + random.nextInt(4) * 0.5)
                    .append(' ');
        }
        return NamedNumbers.of(text.toString());
    }

    private static NamedNumbers since(Random random, String... names) {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            if (random.nextInt(3) > 0) {
                text.append(name).append('=').append(random.nextInt(3) == 0 ? random.nextInt(2)
                        : 18 + random.nextInt(5)).append(' ');
            }
        }
        return NamedNumbers.of(text.toString());
    }
}
