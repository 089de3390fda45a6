package org.portcullis.research.domain.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Look-ups over many bars, compared with looking at every one of them. */
@DisplayName("B-B9 the bars after a proposal")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BarPathTest {

    private static final long SEED = 20_261_121;
    private static final int BARS = 700;
    private static final long START = 100_000;
    private static final int STEP = 200;

    private final Random draw = new Random(SEED);
    private final long[] highs = new long[BARS];
    private final long[] lows = new long[BARS];
    private final long[] closes = new long[BARS];

    private BarPath path(boolean indexed) {
        BarPath path = new BarPath();
        path.reserve(BARS);
        for (int i = 0; i < BARS; i++) {
            path.add(highs[i], lows[i], closes[i], true);
            if (indexed && i % 100 == 50) {
                path.index(); // in the middle of a block, too
            }
        }
        if (indexed) {
            path.index();
        }
        return path;
    }

    private void drawBars() {
        long close = START;
        for (int i = 0; i < BARS; i++) {
            close += draw.nextInt(2 * STEP + 1) - STEP;
            closes[i] = close;
            highs[i] = close + draw.nextInt(STEP);
            lows[i] = close - draw.nextInt(STEP);
        }
    }

    @Test
    void furthest_moves_are_those_of_every_bar_with_and_without_an_index() {
        drawBars();
        BarPath plain = path(false);
        BarPath indexed = path(true);
        for (int run = 0; run < 3_000; run++) {
            int at = draw.nextInt(BARS - 1);
            int bars = 1 + draw.nextInt(BARS - 1 - at);
            long highest = LongStream.rangeClosed(at + 1, at + bars).map(i -> highs[(int) i]).max().orElseThrow();
            long lowest = LongStream.rangeClosed(at + 1, at + bars).map(i -> lows[(int) i]).min().orElseThrow();
            double up = Math.max(0, 100.0 * (highest - closes[at]) / closes[at]);
            double down = Math.max(0, 0 - 100.0 * (lowest - closes[at]) / closes[at]);
            for (BarPath path : new BarPath[] {plain, indexed}) {
                assertThat(path.favourablePct(at, bars, true)).isEqualTo(up);
                assertThat(path.favourablePct(at, bars, false)).isEqualTo(down);
            }
        }
    }

    @Test
    void the_price_that_comes_first_is_that_of_every_bar_with_and_without_an_index() {
        drawBars();
        BarPath plain = path(false);
        BarPath indexed = path(true);
        for (int run = 0; run < 3_000; run++) {
            int at = draw.nextInt(BARS);
            int bars = 1 + draw.nextInt(BARS);
            boolean up = draw.nextBoolean();
            long below = draw.nextInt(10) == 0 ? 0 : closes[at] - 1 - draw.nextInt(20 * STEP);
            long above = draw.nextInt(10) == 0 ? 0 : closes[at] + 1 + draw.nextInt(20 * STEP);
            Ending expected = first(at, bars, up, below, above);
            assertThat(plain.ending(at, bars, up, up ? below : above, up ? above : below)).isEqualTo(expected);
            assertThat(indexed.ending(at, bars, up, up ? below : above, up ? above : below)).isEqualTo(expected);
        }
    }

    private Ending first(int at, int bars, boolean up, long below, long above) {
        if (below == 0 && above == 0) {
            return Ending.NONE;
        }
        for (int i = at + 1; i <= at + bars && i < BARS; i++) {
            boolean fell = below > 0 && lows[i] <= below;
            boolean rose = above > 0 && highs[i] >= above;
            if (fell || rose) {
                return (up ? fell : rose) ? Ending.STOP : Ending.TARGET;
            }
        }
        return at + bars < BARS ? Ending.NEITHER : Ending.UNFINISHED;
    }
}
