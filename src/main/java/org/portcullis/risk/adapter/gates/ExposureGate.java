package org.portcullis.risk.adapter.gates;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.PriceView;
import org.portcullis.risk.Subject;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.TradingTerms;
import org.portcullis.risk.domain.Commitments;
import org.portcullis.risk.domain.exposure.BookExposure;
import org.portcullis.risk.domain.exposure.CommittedBook;
import org.portcullis.risk.domain.exposure.ExposureLimits;
import org.portcullis.risk.domain.exposure.ThemeBook;
import org.portcullis.risk.domain.exposure.ThemeExposure;
import org.portcullis.risk.domain.exposure.VenueExposure;
import org.portcullis.strategy.Intent;

/** Brings what is committed by theme, by venue, gross and net (S2-REQ-U2, S2-REQ-E1, S2-REQ-E2, B-R9). */
public final class ExposureGate implements GateFacts {

    private static final String UNKNOWN = "unknown";

    private final PolicyReading<ExposureLimits> limits;
    private final Supplier<ThemeBook> themes;
    private final Function<InstrumentId, Optional<String>> venues;
    private final PriceView prices;
    private final TermsView terms;
    private final OncePerSubject<List<Record>> known = new OncePerSubject<>(this::facts);

    /**
     * @param themes the themes in force
     * @param venues where an instrument trades, or nothing when it is not listed; it then counts at every venue
     */
    public ExposureGate(PolicyBook policies, Supplier<ThemeBook> themes,
            Function<InstrumentId, Optional<String>> venues, PriceView prices, TermsView terms) {
        this.limits = new PolicyReading<>(policies, ExposureGate::limits);
        this.themes = themes;
        this.venues = venues;
        this.prices = prices;
        this.terms = terms;
    }

    @Override
    public List<Record> judging(Subject subject) {
        return subject.proposal().intent() == Intent.ENTER ? known.of(subject) : List.of();
    }

    @Override
    public List<Record> sizing(Subject subject) {
        return known.of(subject);
    }

    private List<Record> facts(Subject subject) {
        CommittedBook book = CommittedBook.of(
                new Commitments(subject.state(), subject.pending(), prices, terms));
        ExposureLimits limits = this.limits.now();
        BookExposure whole = new BookExposure(book.equity(), book.committed(line -> true),
                book.leaning(subject.proposal().side()), limits.grossMax(), limits.netMax());
        return List.of(ThemeExposure.fullest(themes.get(), subject.terms().asset(), book, this::asset, limits),
                venue(subject.proposal().instrument(), book, limits), whole);
    }

    private VenueExposure venue(InstrumentId ordered, CommittedBook book, ExposureLimits limits) {
        String venue = venues.apply(ordered).orElse(UNKNOWN);
        Money committed = venue.equals(UNKNOWN) ? book.committed(line -> true)
                : book.committed(line -> venues.apply(line.instrument()).orElse(venue).equals(venue));
        return new VenueExposure(venue, book.equity(), committed, limits.venueMax());
    }

    private String asset(InstrumentId instrument) {
        return terms.find(instrument).map(TradingTerms::asset).orElse(instrument.value());
    }

    private static ExposureLimits limits(Policy policy) {
        return new ExposureLimits(policy.percent("risk.exposure-theme-pct-max"),
                policy.percent("risk.exposure-theme-pct-ask"), policy.percent("risk.exposure-theme-other-pct-max"),
                policy.percent("risk.exposure-venue-pct-max"), policy.percent("risk.exposure-gross-pct-max"),
                policy.percent("risk.exposure-net-pct-max"));
    }
}
