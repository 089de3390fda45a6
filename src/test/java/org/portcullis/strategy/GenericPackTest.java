package org.portcullis.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Bar;
import org.portcullis.market.BarWalk;
import org.portcullis.market.MarketOutcome;
import org.portcullis.market.domain.indicator.Adx;
import org.portcullis.strategy.adapter.rules.DrlStrategyPack;

/** B-S2: strategy packs that consist of a folder with rules and YAML. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GenericPackTest extends PackScene {

    private static final String MONTH = "bars/binance-spot_BTCUSDT_1m_privet1x-2024-12.csv.gz";

    @Test
    @DisplayName("B-S2 ema-cross enters and leaves on a month of BTCUSDT where a loop written by hand does")
    void ema_cross_does_what_a_loop_by_hand_does() throws IOException {
        List<Bar> bars = bars(MONTH);
        StrategyPack pack = pack("ema-cross");
        BarWalk walk = walk().reading(pack::readings);
        List<String> ours = new ArrayList<>();
        List<Bar> believed = new ArrayList<>();
        Set<Long> asked = new TreeSet<>();
        for (Bar bar : bars) {
            MarketOutcome outcome = walk.onBar(bar, bar.closeTimeMs());
            if (!(outcome instanceof MarketOutcome.Flagged flagged) || !flagged.refused()) {
                believed.add(bar);
            }
            if (outcome instanceof MarketOutcome.Formed formed) {
                asked.add(bar.openTimeMs());
                ask(pack, formed).hits().forEach(hit -> ours.add(bar.openTimeMs() + " " + hit.intent()));
            }
        }
        List<String> byHand = byHand(believed, asked);
        assertThat(ours).isEqualTo(byHand);
        assertThat(ours.stream().filter(one -> one.endsWith("ENTER"))).hasSizeGreaterThan(100);
        assertThat(ours.stream().filter(one -> one.endsWith("EXIT"))).hasSizeGreaterThan(100);
    }

    @Test
    @DisplayName("B-S2 a proposal of a pack without Java carries stop, target and what its indicators said")
    void a_proposal_carries_stop_target_and_readings() throws IOException {
        StrategyFloor floor = StrategyFloor.open(book("ema-cross"), folder, open()::base);
        BarWalk walk = walk().reading(floor::readings);
        List<Proposal> entries = new ArrayList<>();
        for (Bar bar : bars(DAYS)) {
            if (floor.onMarket(walk.onBar(bar, bar.closeTimeMs())) instanceof StrategyOutcome.Proposed proposed
                    && proposed.proposal().intent() == Intent.ENTER) {
                entries.add(proposed.proposal());
            }
        }
        assertThat(entries).isNotEmpty().allSatisfy(entry -> {
            double atr = entry.features().get("atr14");
            assertThat(entry.stopPriceE8()).isEqualTo(entry.referencePriceE8() - Math.round(3 * atr * FixedPoint.ONE));
            assertThat(entry.targetPriceE8()).isEqualTo(entry.referencePriceE8()
                    + Math.round(6 * atr * FixedPoint.ONE));
            assertThat(entry.features().get("reading.fast")).isGreaterThan(entry.features().get("reading.slow"));
            assertThat(entry.features().get("reading.trend")).isGreaterThanOrEqualTo(20);
        });
    }

    @Test
    @DisplayName("B-S2 somebody adds a pack with rules and YAML alone, and it proposes")
    void a_pack_is_added_without_java() throws IOException {
        write("strategy/mine/strategy.yaml", """
                parameters:
                  low:        {value: 30, min: 1, max: 50, unit: index points, meaning: Oversold.}
                  stop-atr:   {value: 2, min: 1, max: 9, unit: average true ranges, meaning: Stop.}
                  target-atr: {value: 3, min: 1, max: 9, unit: average true ranges, meaning: Target.}
                indicators:
                  strength: {use: rsi, of: hlc3, length: 9}
                  bands:    {use: bollinger, length: 30, multiple: 2.5}
                """);
        write("strategy/mine/triggers.drl", """
                // When is it cheap?
                package rules.strategy.mine.triggers

                import org.portcullis.market.RegimeView
                import org.portcullis.strategy.Intent
                import org.portcullis.strategy.PackParameters
                import org.portcullis.strategy.Readings
                import org.portcullis.strategy.TriggerHit

                // Below the lower band, without strength, in any market.
                rule "strategy.mine.triggers.form-entry-when-cheap"
                    agenda-group "strategy.mine.triggers"
                when
                    $p : PackParameters()
                    RegimeView( longFactor >= 0 )
                    $r : Readings( value("strength") < $p.number("low"), value("bands.percent-b") < 0 )
                then
                    insert( new TriggerHit( "strategy.mine.triggers.form-entry-when-cheap", Intent.ENTER,
                        $p.number("low"), $r.value("strength") ) );
                end
                """);
        Files.writeString(folder.resolve("strategies.yaml"), Files.readString(folder.resolve("strategies.yaml")) + """
                  mine:
                    enabled: true
                    max-at-risk-pct: 1
                    max-trades-per-cycle: 1
                    meaning: Mine.
                """);
        StrategyFloor floor = StrategyFloor.open(book(), folder, open()::base);
        BarWalk walk = walk().reading(floor::readings);
        for (Bar bar : bars(DAYS)) {
            floor.onMarket(walk.onBar(bar, bar.closeTimeMs()));
        }
        assertThat(floor.proposals()).isGreaterThan(10);
    }

    @Test
    @DisplayName("B-S4 swept-low enters only where a sweep came first and nothing broke since, on real minutes")
    void swept_low_keeps_the_order_of_things() throws IOException {
        StrategyPack pack = pack("swept-low");
        List<MarketOutcome.Formed> formed = formed(pack);
        int entries = 0;
        for (int i = 0; i < formed.size(); i++) {
            int at = i;
            if (enters(pack, formed.get(i))) {
                entries++;
                int sweep = since(formed, at, bar -> bar.structure().sweep() > 0);
                assertThat(sweep).isLessThanOrEqualTo(20);
                assertThat(since(formed, at, bar -> bar.structure().breakOfStructure() < 0)).isGreaterThan(sweep);
                assertThat(since(formed, at, bar -> bar.structure().changeOfCharacter() < 0)).isGreaterThan(sweep);
            }
        }
        assertThat(entries).isGreaterThan(5);
    }

    @Test
    @DisplayName("B-S2 rules read what their own strategy holds, and are silent while that cannot be told")
    void rules_read_what_their_strategy_holds() throws IOException {
        edit("strategy/ema-cross/triggers.drl", "import org.portcullis.strategy.Intent",
                "import org.portcullis.strategy"
                + ".Holding\nimport org.portcullis.strategy.Intent");
        edit("strategy/ema-cross/triggers.drl", "    $r : Readings( value(\"fast\") < value",
                "    Holding( direction > 0, movePct > 0, barsHeld >= 1 )\n    $r : Readings( value(\"fast\") < value");
        AtomicReference<Optional<HeldPosition>> held = new AtomicReference<>(Optional.of(HeldPosition.NOTHING));
        StrategyPack pack = DrlStrategyPack.open("ema-cross", FloorParts.of(folder, open()::base)
                .holding((strategy, instrument) -> strategy.equals("ema-cross") ? held.get() : Optional.empty()));
        List<MarketOutcome.Formed> formed = formed(pack);
        assertThat(formed).noneMatch(bar -> leaves(pack, bar));
        long opened = formed.get(0).barOpenTimeMs();
        held.set(Optional.of(new HeldPosition(1, FixedPoint.ONE, opened)));
        assertThat(formed).anyMatch(bar -> leaves(pack, bar));
        held.set(Optional.of(new HeldPosition(1, 10_000_000 * FixedPoint.ONE, opened)));
        assertThat(formed).as("at a loss").noneMatch(bar -> leaves(pack, bar));
        held.set(Optional.of(new HeldPosition(-1, FixedPoint.ONE, opened)));
        assertThat(formed).as("short").noneMatch(bar -> leaves(pack, bar));
        held.set(Optional.empty());
        assertThat(formed).as("not known").noneMatch(bar -> leaves(pack, bar));
    }

    private static int since(List<MarketOutcome.Formed> formed, int at,
            Predicate<MarketOutcome.Formed> what) {
        for (int back = 0; back <= at; back++) {
            if (what.test(formed.get(at - back))) {
                return back;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static List<String> byHand(List<Bar> bars, Set<Long> asked) {
        double[] fast = ema(bars, 12);
        double[] slow = ema(bars, 26);
        Adx adx = new Adx(14);
        List<String> hits = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double trend = adx.push(units(bar.highE8()), units(bar.lowE8()), units(bar.closeE8()));
            if (i == 0 || !asked.contains(bar.openTimeMs())) {
                continue;
            }
            if (fast[i] > slow[i] && fast[i - 1] <= slow[i - 1] && trend >= 20) {
                hits.add(bar.openTimeMs() + " ENTER");
            } else if (fast[i] < slow[i] && fast[i - 1] >= slow[i - 1]) {
                hits.add(bar.openTimeMs() + " EXIT");
            }
        }
        return hits;
    }

    private static double[] ema(List<Bar> bars, int length) {
        double[] values = new double[bars.size()];
        double value = 0;
        for (int i = 0; i < values.length; i++) {
            double close = units(bars.get(i).closeE8());
            value = i < length ? value + close : value + 2.0 / (length + 1) * (close - value);
            value = i == length - 1 ? value / length : value;
            values[i] = i < length - 1 ? Double.NaN : value;
        }
        return values;
    }
}
