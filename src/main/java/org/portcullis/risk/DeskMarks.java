package org.portcullis.risk;

import java.util.List;
import java.util.Set;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Bar;
import org.portcullis.market.MarketFrame;

/** The prices, and how much they move, that the desk has seen itself. */
public interface DeskMarks extends PriceView, PriceWindow, VolatilityView {

    /**
     * Takes a frame of bars into account; what the guards refuse moves no price.
     *
     * @return instruments whose bar was refused
     */
    Set<InstrumentId> onFrame(MarketFrame frame);

    /**
     * Takes bars of one instrument from before a restart into account, oldest first: what is known after them is what
     * is known after the same bars in frames of history.
     *
     * @return whether the newest was refused
     */
    boolean onHistory(List<Bar> bars);
}
