package org.portcullis.order.shadow;

import java.util.List;
import org.portcullis.market.Bar;

/** The question of the twin to the paper venue: what would this bar have filled? */
@FunctionalInterface
public interface TwinMarket {

    /**
     * Fills of these trades in a bar, in the order of the trades. Every bar is to be shown once and in its order, also
     * when nothing works, because the next one is judged by what came before it; a known one fills nothing.
     *
     * @param working trades in the instrument of the bar that may still be filled, the oldest first
     */
    List<TwinFill> fills(Bar bar, List<TwinTrade> working);
}
