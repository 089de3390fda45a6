package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.guard.GeneratedText;
import org.portcullis.market.domain.Draw;

/** B-S2: the catalogue of indicators keeps what it says of each. */
@DisplayName("B-S2 the catalogue of indicators")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class IndicatorCatalogueTest {

    private static final long SEED = Long.getLong("seed", 20_261_121L);
    private static final int BARS = 3_000;
    /** When these are known depends on prices or on the clock, and not on a number of bars alone. */
    private static final Set<String> AT_LEAST = Set.of("psar", "pivots-day", "fractal");
    private static final double[][] MARKET = market();

    static Stream<IndicatorUse> uses() {
        List<IndicatorUse> uses = new ArrayList<>();
        for (IndicatorKind kind : IndicatorCatalogue.shipped().kinds().values()) {
            uses.add(IndicatorUse.declared(Map.of("use", kind.name())));
            uses.add(IndicatorUse.declared(least(kind)));
            Map<String, Object> other = new HashMap<>(Map.of("use", kind.name()));
            kind.parameters().stream().filter(IndicatorParameter::whole)
                    .forEach(one -> other.put(one.name(), one.usual() + 3));
            uses.add(IndicatorUse.declared(other));
        }
        return uses.stream().distinct();
    }

    @Test
    void it_holds_more_than_sixty_kinds_and_each_says_who_published_it() {
        Map<String, IndicatorKind> kinds = IndicatorCatalogue.shipped().kinds();
        assertThat(kinds).hasSizeGreaterThanOrEqualTo(60);
        kinds.forEach((name, kind) -> {
            assertThat(name).isEqualTo(kind.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
            assertThat(kind.meaning()).as(name).endsWith(".");
            assertThat(kind.source()).as(name).isNotBlank();
            assertThat(kind.outputs()).as(name).isNotEmpty().doesNotHaveDuplicates();
        });
    }

    @ParameterizedTest
    @MethodSource("uses")
    void nothing_is_told_before_it_is_known_and_everything_after_the_warm_up(IndicatorUse use) {
        double[][] told = run(use, BARS);
        int warmUp = use.warmUp();
        double[] before = warmUp < 2 ? new double[]{Double.NaN} : told[warmUp - 2];
        assertThat(Arrays.stream(before).anyMatch(Double::isNaN)).as("%s one bar before", use).isTrue();
        double[] known = told[AT_LEAST.contains(use.use()) ? BARS - 1 : warmUp - 1];
        assertThat(known).as("%s", use).doesNotContain(Double.NaN);
        assertThat(Arrays.stream(told[BARS - 1]).allMatch(Double::isFinite)).as("%s at the end", use).isTrue();
    }

    @ParameterizedTest
    @MethodSource("uses")
    void a_run_over_a_prefix_is_the_prefix_of_the_run(IndicatorUse use) {
        double[][] whole = run(use, BARS);
        for (int length : new int[]{1, use.warmUp(), use.warmUp() + 1, 777}) {
            double[][] part = run(use, length);
            for (int i = 0; i < length; i++) {
                assertThat(part[i]).as("%s at bar %d of %d", use, i, length).isEqualTo(whole[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("uses")
    void what_is_said_to_be_forgotten_is(IndicatorUse use) {
        int needed = use.kind().barsToForget(use);
        if (needed >= BARS - 10 || use.kind().memory() == IndicatorKind.Memory.STAYS
                || AT_LEAST.contains(use.use()) || use.use().equals("vwap-day")) {
            return;
        }
        double[][] whole = run(use, BARS);
        Indicator late = use.make();
        for (int i = BARS - needed; i < BARS; i++) {
            push(late, i);
        }
        for (int output = 0; output < use.kind().outputs().size(); output++) {
            double then = whole[BARS - 1][output];
            double scale = Math.max(1e-3, Math.abs(then));
            assertThat(Math.abs(late.value(output) - then) / scale).as("%s begun %d bars before", use, needed)
                    .isLessThan(1e-6);
        }
    }

    @Test
    void a_market_that_stands_still_or_is_not_traded_gives_no_infinity() {
        uses().forEach(use -> {
            Indicator indicator = use.make();
            for (int i = 0; i < 500; i++) {
                indicator.push(i * 60_000L, 100, 100, 100, 100, 0);
                for (int output = 0; output < use.kind().outputs().size(); output++) {
                    assertThat(Double.isInfinite(indicator.value(output))).as("%s", use).isFalse();
                }
            }
        });
    }

    @Test
    void a_bar_allocates_nothing() {
        com.sun.management.ThreadMXBean thread =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Indicator> all = uses().map(IndicatorUse::make).toList();
        all.forEach(indicator -> walk(indicator, 2));
        long own = Thread.currentThread().getId();
        for (Indicator indicator : all) {
            long before = thread.getThreadAllocatedBytes(own);
            walk(indicator, 1);
            long used = thread.getThreadAllocatedBytes(own) - before;
            assertThat(used / (double) BARS).as("%s", indicator).isLessThan(1);
        }
    }

    @Test
    void a_length_on_its_bounds_is_taken_and_one_beyond_refused() {
        assertThat(IndicatorUse.declared(Map.of("use", "ema", "length", 1)).warmUp()).isEqualTo(1);
        assertThat(IndicatorUse.declared(Map.of("use", "ema", "length", 1_000)).warmUp()).isEqualTo(1_000);
        assertThatThrownBy(() -> IndicatorUse.declared(Map.of("use", "ema", "length", 1_001)))
                .hasMessage("length is 1001, permitted is 1 to 1000");
        assertThatThrownBy(() -> IndicatorUse.declared(Map.of("use", "ema", "length", 0)))
                .hasMessage("length is 0, permitted is 1 to 1000");
        assertThatThrownBy(() -> IndicatorUse.declared(Map.of("use", "ema", "length", 12.5)))
                .hasMessage("length is 12.5; it counts bars and must be whole");
    }

    @Test
    void what_is_not_in_the_catalogue_is_refused_with_what_is() {
        assertThatThrownBy(() -> IndicatorUse.declared(Map.of("use", "emma")))
                .hasMessageStartingWith("there is no indicator emma; known are [adl, adx, ");
        assertThatThrownBy(() -> IndicatorUse.declared(Map.of("use", "ema", "lenght", 3)))
                .hasMessage("ema has no parameter lenght; it has [length]");
        assertThatThrownBy(() -> IndicatorUse.declared(Map.of("use", "ema", "of", "clsoe")))
                .hasMessageStartingWith("of: clsoe is not known; known are [open, high, ");
        assertThatThrownBy(() -> IndicatorUse.declared(Map.of("use", "atr", "of", "close")))
                .hasMessage("atr takes whole bars; leave of: away");
        assertThatThrownBy(() -> IndicatorUse.declared(Map.of("use", "ema", "length", "many")))
                .hasMessage("length is many; it must be a number");
    }

    @Test
    void two_that_say_the_same_are_one() {
        IndicatorUse said = IndicatorUse.declared(Map.of("use", "ema", "of", "close", "length", 20));
        assertThat(said).isEqualTo(IndicatorUse.declared(Map.of("use", "ema"))).hasToString("ema(close; length 20)");
    }

    @Test
    void the_document_is_the_catalogue() {
        List<String> lines = new ArrayList<>();
        Set<String> families = new TreeSet<>();
        IndicatorCatalogue.shipped().kinds().values().forEach(kind -> families.add(kind.family()));
        for (String family : families) {
            lines.addAll(List.of("## " + family.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                    + family.substring(1), "", "| `use:` | parameters (usual, bounds) | outputs | known after | begin "
                    + "| meaning | source |", "|---|---|---|---:|---|---|---|"));
            IndicatorCatalogue.shipped().kinds().values().stream().filter(kind -> kind.family().equals(family))
                    .map(IndicatorCatalogueTest::line).forEach(lines::add);
            lines.add("");
        }
        lines.remove(lines.size() - 1);
        GeneratedText.check(Path.of("docs", "indicators.md").toAbsolutePath(), "indicators",
                String.join("\n", lines));
    }

    private static String line(IndicatorKind kind) {
        String parameters = (kind.ofPrice() ? "`of` (close)" + (kind.parameters().isEmpty() ? "" : ", ") : "")
                + kind.parameters().stream().map(one -> "`" + one.name() + "` (" + text(one.usual()) + ", "
                + text(one.min()) + "-" + text(one.max()) + ")").collect(Collectors.joining(", "));
        IndicatorUse usual = IndicatorUse.declared(Map.of("use", kind.name()));
        return "| `" + kind.name() + "` | " + (parameters.isEmpty() ? "-" : parameters) + " | "
                + kind.outputs().stream().map(one -> "`" + one + "`").collect(Collectors.joining(" ")) + " | "
                + usual.warmUp() + (AT_LEAST.contains(kind.name()) ? " or more" : "") + " | " + kind.memory().word()
                + " | " + kind.meaning() + " | " + kind.source() + " |";
    }

    private static String text(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static Map<String, Object> least(IndicatorKind kind) {
        Map<String, Object> least = new HashMap<>(Map.of("use", kind.name()));
        kind.parameters().forEach(one -> least.put(one.name(), one.min()));
        return least;
    }

    private static double[][] run(IndicatorUse use, int bars) {
        Indicator indicator = use.make();
        int outputs = use.kind().outputs().size();
        double[][] told = new double[bars][outputs];
        for (int i = 0; i < bars; i++) {
            push(indicator, i);
            for (int output = 0; output < outputs; output++) {
                told[i][output] = indicator.value(output);
            }
        }
        return told;
    }

    private static void walk(Indicator indicator, int times) {
        for (int i = 0; i < times * BARS; i++) {
            push(indicator, i % BARS);
        }
    }

    private static void push(Indicator indicator, int i) {
        double[] bar = MARKET[i];
        indicator.push(i * 60_000L, bar[0], bar[1], bar[2], bar[3], bar[4]);
    }

    private static double[][] market() {
        Draw draw = new Draw(SEED);
        double[][] bars = new double[BARS][];
        double close = 60_000;
        for (int i = 0; i < BARS; i++) {
            double open = close;
            close = Math.max(1, close * (1 + 0.002 * draw.fatTailed()));
            double high = Math.max(open, close) * (1 + 0.001 * draw.uniform());
            double low = Math.min(open, close) * (1 - 0.001 * draw.uniform());
            bars[i] = new double[]{open, high, low, close, 1 + draw.uniform() * 100};
        }
        return bars;
    }
}
