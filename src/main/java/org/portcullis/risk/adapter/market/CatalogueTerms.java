package org.portcullis.risk.adapter.market;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private static final Percent NONE = new Percent(0);

    private final InstrumentCatalogue catalogue;
    private final Function<Kind, Percent> initialMargin;
    private final Map<InstrumentId, Kept> kept = new ConcurrentHashMap<>();

    /** Terms of an instrument as they were last asked for; the same until its margin changes. */
    private record Kept(Instrument listed, Percent margin, Optional<TradingTerms> terms) {
    }

    /** @param initialMargin initial margin in force of what is no spot, in percent of worth */
    public CatalogueTerms(InstrumentCatalogue catalogue, Function<Kind, Percent> initialMargin) {
        this.catalogue = catalogue;
        this.initialMargin = initialMargin;
    }

    @Override
    public Optional<TradingTerms> find(InstrumentId instrument) {
        Kept before = kept.get(instrument);
        Instrument listed = before == null ? catalogue.find(instrument).orElse(null) : before.listed();
        if (listed == null) {
            return Optional.empty();
        }
        Percent margin = listed.kind() == Kind.SPOT ? NONE : initialMargin.apply(listed.kind());
        if (before == null || margin.e8() != before.margin().e8()) {
            before = new Kept(listed, margin, Optional.of(terms(listed, margin)));
            kept.put(instrument, before);
        }
        return before.terms();
    }

    private static TradingTerms terms(Instrument listed, Percent margin) {
        return new TradingTerms(listed.id(), listed.baseCurrency(), listed.quoteCurrency(), listed.tickE8(),
                listed.lotE8(), new Quantity(listed.minimumQuantityE8()), new Money(listed.minimumNotionalE8()),
                listed.multiplierE8(), Percent.ofBasisPoints(listed.makerBasisPoints()),
                Percent.ofBasisPoints(listed.takerBasisPoints()), listed.venue(),
                listed.kind() != Kind.SPOT, margin);
    }
}
