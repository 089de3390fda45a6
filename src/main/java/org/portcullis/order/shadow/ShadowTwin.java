package org.portcullis.order.shadow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.kernel.ClientOrderId;
import org.portcullis.kernel.Invariant;
import org.portcullis.market.Bar;

/**
 * Works the twins of orders against the bars that the desk has seen. What it works with is in memory, so that bars cost
 * nothing while no twin works; what changed is kept at once, and with the next bars when it could not be.
 */
public final class ShadowTwin {

    private final TwinMarket market;
    private final TwinBook book;
    private final Map<ClientOrderId, TwinTrade> working = new LinkedHashMap<>();
    private final Map<ClientOrderId, TwinTrade> unkept = new LinkedHashMap<>();

    public ShadowTwin(TwinMarket market, TwinBook book) {
        this.market = market;
        this.book = book;
    }

    /** Goes on with the twins that a stop of the process left. */
    public synchronized void resume() {
        book.working().forEach(this::begin);
    }

    /** Works a twin from the next bar on; one that is known goes on. */
    public synchronized void begin(TwinTrade trade) {
        working.putIfAbsent(trade.order(), trade);
    }

    /**
     * Shows the twins closed bars, in their order.
     *
     * @throws RuntimeException when what changed could not be kept; it is kept with the next bars
     */
    public synchronized void onBars(List<Bar> bars) {
        for (Bar bar : bars) {
            List<TwinTrade> here = working.values().stream()
                    .filter(trade -> trade.instrument().equals(bar.instrument())).toList();
            for (TwinFill fill : market.fills(bar, here)) {
                TwinTrade trade = working.get(fill.order());
                Invariant.hold(trade != null, () -> "a fill of a twin that does not work: " + fill);
                if (trade != null) {
                    change(trade.after(fill));
                }
            }
        }
        bars.stream().mapToLong(Bar::closeTimeMs).max().ifPresent(this::giveUp);
        if (!unkept.isEmpty()) {
            book.keep(List.copyOf(unkept.values()));
            unkept.clear();
        }
    }

    private void giveUp(long nowMs) {
        for (TwinTrade trade : new ArrayList<>(working.values())) {
            if (trade.untilMs() <= nowMs) {
                change(trade.givenUp(nowMs));
            }
        }
    }

    private void change(TwinTrade trade) {
        unkept.put(trade.order(), trade);
        if (trade.working()) {
            working.put(trade.order(), trade);
        } else {
            working.remove(trade.order());
        }
    }
}
