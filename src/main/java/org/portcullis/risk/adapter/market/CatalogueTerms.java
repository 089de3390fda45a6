package org.portcullis.risk.adapter.market;

import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.kernel.Quantity;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;

/** How instruments trade, from {@code rules/instruments.yaml}. */
public final class CatalogueTerms implements TermsView {

    private final InstrumentCatalogue catalogue;

    public CatalogueTerms(InstrumentCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<TradingTerms> find(InstrumentId instrument) {
        return catalogue.find(instrument).map(CatalogueTerms::terms);
    }

    private static TradingTerms terms(Instrument listed) {
        return new TradingTerms(listed.id(), listed.baseCurrency(), listed.quoteCurrency(), listed.tickE8(),
                listed.lotE8(), new Quantity(listed.minimumQuantityE8()), new Money(listed.minimumNotionalE8()),
                listed.multiplierE8(), Percent.ofBasisPoints(listed.makerBasisPoints()),
                Percent.ofBasisPoints(listed.takerBasisPoints()));
    }
}
