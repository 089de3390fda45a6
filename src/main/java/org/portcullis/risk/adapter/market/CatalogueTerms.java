package org.portcullis.risk.adapter.market;

import java.util.Optional;
import java.util.function.Function;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Quantity;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.Listing.Kind;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;

/** How instruments trade, from {@code rules/instruments.yaml}; what is no spot trades on margin. */
public final class CatalogueTerms implements TermsView {

    private final InstrumentCatalogue catalogue;
    private final Function<Kind, Percent> initialMargin;

    /** @param initialMargin initial margin in force of what is no spot, in percent of worth */
    public CatalogueTerms(InstrumentCatalogue catalogue, Function<Kind, Percent> initialMargin) {
        this.catalogue = catalogue;
        this.initialMargin = initialMargin;
    }

    @Override
    public Optional<TradingTerms> find(InstrumentId instrument) {
        return catalogue.find(instrument).map(this::terms);
    }

    private TradingTerms terms(Instrument listed) {
        boolean margin = listed.kind() != Kind.SPOT;
        return new TradingTerms(listed.id(), listed.baseCurrency(), listed.quoteCurrency(), listed.tickE8(),
                listed.lotE8(), new Quantity(listed.minimumQuantityE8()), new Money(listed.minimumNotionalE8()),
                listed.multiplierE8(), Percent.ofBasisPoints(listed.makerBasisPoints()),
                Percent.ofBasisPoints(listed.takerBasisPoints()), listed.venue(), margin,
                margin ? initialMargin.apply(listed.kind()) : new Percent(0));
    }
}
