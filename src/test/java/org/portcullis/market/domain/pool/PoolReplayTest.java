package org.portcullis.market.domain.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.portcullis.market.Bar;
import org.portcullis.market.PoolSettings;
import org.portcullis.market.PoolState;
import org.portcullis.market.PoolStep;
import org.portcullis.market.StructureCalendar;
import org.portcullis.market.StructureSettings;
import org.portcullis.market.domain.Draw;
import org.portcullis.market.domain.structure.StructureBars;
import org.portcullis.market.domain.structure.StructureWalk;

@DisplayName("S0-10 S0-12 steps alone rebuild the pools")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PoolReplayTest {

    private static final long SEED = Long.getLong("seed", 5L);

    @Test
    void at_any_bar_the_steps_so_far_give_what_the_pools_know() {
        for (long seed = SEED; seed < SEED + 4; seed++) {
            boolean armed = seed % 2 == 0;
            replayed(StructureBars.coarse(seed, 2_500), settings(armed), armed, 11, seed);
            replayed(StructureBars.generated(seed, 2_500), settings(armed), armed, 11, seed);
        }
    }

    @Test
    void the_steps_of_a_real_month_give_what_the_pools_know() {
        replayed(StructureBars.real(41_761), settings(true), true, 5_000, SEED);
    }

    private static void replayed(List<Bar> bars, StructureSettings settings, boolean armed, int every, long seed) {
        StructureWalk walk = new StructureWalk(StructureBars.BTC, StructureBars.TICK_E8, settings,
                StructureCalendar.UTC);
        List<PoolStep> steps = new ArrayList<>();
        Draw draw = new Draw(seed);
        for (int i = 0; i < bars.size(); i++) {
            steps.addAll(walk.push(bars.get(i), Double.NaN).poolSteps());
            if (draw.uniform() < 0.01) {
                meddle(walk, draw, bars.get(i).openTimeMs(), steps);
            }
            if (i % every == 0) {
                assertThat(PoolBook.replay(steps, armed)).as("seed %d, bar %d", seed, i).isEqualTo(walk.standing());
            }
        }
        assertThat(PoolBook.replay(steps, armed)).as("seed %d", seed).isEqualTo(walk.standing());
        assertThat(steps).hasSizeGreaterThan(100);
        PoolMap map = PoolMap.of(armed);
        assertThat(steps).allMatch(step -> step.from() == step.to() ? map.allowsNote(step.from())
                : map.allows(step.from(), step.to()));
        assertThat(walk.refused()).as("what was asked for in vain").isGreaterThan(0);
    }

    /** Asks for a random change from outside: most are refused, some call a pool off. */
    private static void meddle(StructureWalk walk, Draw draw, long timeMs, List<PoolStep> steps) {
        List<PoolStanding> open = walk.standing();
        if (open.isEmpty()) {
            return;
        }
        PoolStanding pool = open.get((int) (draw.uniform() * open.size() * 0.999));
        PoolState to = PoolState.values()[(int) (draw.uniform() * PoolState.values().length * 0.999)];
        PoolOutcome outcome = walk.move(pool.poolId(), to, "TEST", timeMs);
        if (outcome instanceof PoolOutcome.Moved moved) {
            steps.add(moved.step());
        } else {
            assertThat(walk.standing()).isEqualTo(open);
        }
    }

    private static StructureSettings settings(boolean armedStage) {
        StructureSettings s = StructureBars.shipped();
        PoolSettings p = s.pools();
        // few pools that live briefly, so that a book is full and levels grow old
        PoolSettings pools = new PoolSettings(12, 400, p.mergeAtr(), p.touchGapBars(), p.sweepAtr(), p.reclaimBars(),
                p.depthAtrMax(), p.farCloseAtr(), p.farClosesMax(), p.displacementBars(), armedStage, armedStage,
                p.entryBars(), p.stopAtr(), p.stopTicksMin(), p.targetRMin(), p.targetR(), p.tradeBarsMax(),
                p.displacement());
        return new StructureSettings(s.swingBars(), s.atrBars(), s.gapsMax(), s.blocksMax(), s.groupsMax(),
                s.equalAtr(), s.asiaFromMinute(), s.asiaToMinute(), s.londonFromMinute(), s.londonToMinute(),
                s.openingShort(), s.openingLong(), pools);
    }
}
