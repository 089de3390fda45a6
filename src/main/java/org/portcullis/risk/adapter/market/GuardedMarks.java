package org.portcullis.risk.adapter.market;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Price;
import org.portcullis.market.BarWalk;
import org.portcullis.market.MarketFrame;
import org.portcullis.risk.DeskMarks;

/** The desk's own view of prices: it judges bars by the same guards as the brain, so a bad tick moves no mark. */
public final class GuardedMarks implements DeskMarks {

    private final BarWalk walk;

    public GuardedMarks(BarWalk walk) {
        this.walk = walk;
    }

    @Override
    public synchronized void onFrame(MarketFrame frame) {
        frame.bars().forEach(bar -> walk.onBar(bar, Math.max(frame.closeTimeMs(), bar.closeTimeMs())));
    }

    @Override
    public Optional<LastPrice> last(InstrumentId instrument) {
        return walk.mark(instrument).map(mark -> new LastPrice(new Price(mark.closeE8()), mark.eventTimeMs()));
    }
}
