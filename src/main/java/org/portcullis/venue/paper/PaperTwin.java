package org.portcullis.venue.paper;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Price;
import org.portcullis.kernel.Quantity;
import org.portcullis.market.Bar;
import org.portcullis.order.shadow.TwinFill;
import org.portcullis.order.shadow.TwinMarket;
import org.portcullis.order.shadow.TwinTrade;
import org.portcullis.venue.Contract;
import org.portcullis.venue.Contracts;

/**
 * What bars fill of twins, by the rules, fees and slippage of the paper venue and without its ledger (S2-ST4). Twins
 * share a bar's volume among themselves, not with real orders. How wide bars were is told by the paper venue's tape
 * where it is known before the first bar that is shown, else from that bar on.
 */
public final class PaperTwin implements TwinMarket {

    private final PaperVenue venue;
    private final Contracts contracts;
    private final Supplier<PaperTerms> terms;
    private final Map<InstrumentId, PaperTape> tapes = new HashMap<>();

    /** @param terms asked for every bar */
    public PaperTwin(PaperVenue venue, Contracts contracts, Supplier<PaperTerms> terms) {
        this.venue = venue;
        this.contracts = contracts;
        this.terms = terms;
    }

    @Override
    public synchronized List<TwinFill> fills(Bar bar, List<TwinTrade> working) {
        PaperTape before = known(bar);
        if (!PaperVenue.believable(bar) || before != null && bar.openTimeMs() <= before.openTimeMs()) {
            return List.of();
        }
        PaperTerms now = terms.get();
        tapes.put(bar.instrument(), before == null ? PaperTape.first(bar) : before.after(bar, now.atrBars()));
        Optional<Contract> contract = working.isEmpty() ? Optional.empty() : contracts.find(bar.instrument());
        return contract.map(listed -> fills(bar, working, listed, now, before == null ? 0 : before.atrE8()))
                .orElse(List.of());
    }

    private static List<TwinFill> fills(Bar bar, List<TwinTrade> working, Contract contract, PaperTerms terms,
            long atrE8) {
        List<TwinFill> fills = new ArrayList<>();
        long slippageE8 = Slippage.e8(terms, bar.openE8(), atrE8);
        long availableE8 = FillRule.availableE8(bar, terms);
        for (TwinTrade trade : working) {
            PaperOrder order = new PaperOrder(trade.order(), trade.instrument(), trade.side(), trade.type(),
                    trade.quantity().e8(), trade.limit().e8(), trade.fromMs());
            Optional<FillRule.Terms> price = trade.fromMs() <= bar.openTimeMs() && bar.openTimeMs() < trade.untilMs()
                    ? FillRule.terms(order, bar, contract, slippageE8) : Optional.empty();
            long quantityE8 = FixedPoint.floorToStep(Math.min(trade.remaining().e8(), availableE8), contract.lotE8());
            if (price.isPresent() && quantityE8 > 0) {
                availableE8 -= quantityE8;
                fills.add(fill(trade, bar, quantityE8, price.get(), contract, terms));
            }
        }
        return fills;
    }

    private static TwinFill fill(TwinTrade trade, Bar bar, long quantityE8, FillRule.Terms at, Contract contract,
            PaperTerms terms) {
        Quantity quantity = new Quantity(quantityE8);
        Price price = new Price(at.priceE8());
        long feeBpsE8 = at.maker() ? terms.makerBpsE8() : terms.takerBpsE8();
        Money fee = price.times(quantity, contract.multiplierE8()).share(new Percent(feeBpsE8 / 100), RoundingMode.UP);
        return new TwinFill(trade.order(), quantity, price, fee, bar.closeTimeMs());
    }

    private @Nullable PaperTape known(Bar bar) {
        PaperTape own = tapes.get(bar.instrument());
        return own != null ? own : venue.tape(bar.instrument())
                .filter(tape -> tape.openTimeMs() < bar.openTimeMs()).orElse(null);
    }
}
