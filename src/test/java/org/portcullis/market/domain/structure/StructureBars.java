package org.portcullis.market.domain.structure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.BarFeed;
import org.portcullis.market.BarStream;
import org.portcullis.market.GeneratedMarket;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ReadBar;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.StructureSettings;
import org.portcullis.market.domain.Draw;

/** Bars to walk structure over, and the shipped settings. */
public final class StructureBars {

    public static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    public static final long TICK_E8 = FixedPoint.parse("0.01");
    /** A Monday, midnight UTC. */
    public static final long START_MS = 1_767_571_200_000L;
    private static final BarFeed FEED = new BarFeed(InstrumentCatalogue.read(Path.of("rules", "instruments.yaml")));

    private StructureBars() {
    }

    /** The settings of the shipped policy. */
    public static StructureSettings shipped() {
        return StructureSettings.from(PolicyBook.open(Path.of("rules", "policy.yaml"), null).current());
    }

    /** A generated market without trouble: prices like real ones. */
    public static List<Bar> generated(long seed, int count) {
        return good(FEED.generated(new GeneratedMarket(seed, START_MS, count, List.of(
                new GeneratedMarket.Listing(BTC, FixedPoint.parse("96000"), TICK_E8, List.of())))), count);
    }

    /**
     * A walk on few price steps: equal highs, equal closes and bars without range are frequent, as in slow markets.
     */
    public static List<Bar> coarse(long seed, int count) {
        Draw draw = new Draw(seed);
        long step = 100 * TICK_E8;
        long price = FixedPoint.parse("96000");
        List<Bar> bars = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long open = price;
            long close = open + step * Math.round(draw.normal() * 1.2);
            long high = Math.max(open, close) + step * Math.round(Math.abs(draw.normal()) * 0.8);
            long low = Math.min(open, close) - step * Math.round(Math.abs(draw.normal()) * 0.8);
            long volume = 4 * FixedPoint.ONE * Math.round(1 + 10 * draw.uniform());
            bars.add(new Bar(BTC, START_MS + i * Bar.INTERVAL_MS, open, high, low, close, volume, volume / 4));
            price = close;
        }
        return bars;
    }

    /** The first real minutes of an unbroken month; the calling test is skipped where they are absent. */
    public static List<Bar> real(int count) {
        return good(FEED.open(ReferenceBars.file("bars/binance-spot_BTCUSDT_1m_privet1x-2024-12.csv.gz")), count);
    }

    /** The same bars with the sign of every price turned. */
    static List<Bar> mirrored(List<Bar> bars) {
        return bars.stream().map(bar -> new Bar(bar.instrument(), bar.openTimeMs(), -bar.openE8(), -bar.lowE8(),
                -bar.highE8(), -bar.closeE8(), bar.volumeE8(),
                bar.takerBoughtE8() < 0 ? -1 : bar.volumeE8() - bar.takerBoughtE8())).toList();
    }

    private static List<Bar> good(BarStream stream, int count) {
        List<Bar> bars = new ArrayList<>();
        try (stream) {
            while (stream.hasNext() && bars.size() < count) {
                if (stream.next() instanceof ReadBar.Good good) {
                    bars.add(good.bar());
                }
            }
        }
        if (bars.size() != count) {
            throw new IllegalStateException("asked for " + count + " bars, got " + bars.size());
        }
        return bars;
    }
}
