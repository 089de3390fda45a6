package org.portcullis.risk.adapter.gates;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.policy.PolicyReading;
import org.portcullis.kernel.AccountId;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.kernel.Money;
import org.portcullis.kernel.Percent;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.Listing;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.Subject;
import org.portcullis.risk.TrackRecord;
import org.portcullis.risk.TrackRecord.Closed;
import org.portcullis.risk.VolatilityView;
import org.portcullis.risk.domain.sizing.KellyLimits;
import org.portcullis.risk.domain.sizing.MarginTerms;
import org.portcullis.risk.domain.sizing.Rounding;
import org.portcullis.risk.domain.sizing.StrategyEdge;
import org.portcullis.risk.domain.sizing.VolatilityScale;
import org.portcullis.strategy.Intent;
import org.springframework.stereotype.Component;

/** Sizes an entry by its strategy's own record, the instrument's volatility and its margin (S3-13). */
@Component
public final class SizingGate implements GateFacts {

    private final PolicyReading<Limits> limits;
    private final TrackRecord records;
    private final VolatilityView volatility;
    private final InstrumentCatalogue catalogue;
    private final Map<Whose, Known> known = new ConcurrentHashMap<>();

    public SizingGate(PolicyBook policies, TrackRecord records, VolatilityView volatility,
            InstrumentCatalogue catalogue) {
        this.limits = new PolicyReading<>(policies, Limits::of);
        this.records = records;
        this.volatility = volatility;
        this.catalogue = catalogue;
    }

    @Override
    public List<Record> judging(Subject subject) {
        return subject.proposal().intent() == Intent.ENTER
                ? List.of(margin(limits.now(), subject.proposal().instrument())) : List.of();
    }

    @Override
    public List<Record> sizing(Subject subject) {
        Limits policy = limits.now();
        InstrumentId instrument = subject.proposal().instrument();
        return List.of(StrategyEdge.of(closed(subject, policy.window()), policy.kelly()),
                new VolatilityScale(policy.target(), volatility.volatility(instrument),
                        policy.factorMaxE8()),
                margin(policy, instrument), policy.rounding());
    }

    /** Realised profit changes with every closed trade, so while it is the same the record is. */
    private Closed closed(Subject subject, int last) {
        Whose whose = new Whose(subject.account(), subject.proposal().strategy(), last);
        Money realised = subject.state().realised();
        Known before = known.get(whose);
        if (before == null || !before.realised().equals(realised)) {
            before = new Known(realised, records.closed(whose.account(), whose.strategy(), last));
            known.put(whose, before);
        }
        return before.closed();
    }

    private MarginTerms margin(Limits policy, InstrumentId instrument) {
        Listing.Kind kind = catalogue.find(instrument).map(Instrument::kind).orElse(Listing.Kind.SPOT);
        return switch (kind) {
            case SPOT -> policy.spot();
            case PERPETUAL -> policy.perpetual();
            case FUTURE -> policy.future();
        };
    }

    /** What the policy says of sizes. */
    private record Limits(int window, KellyLimits kelly, Percent target, long factorMaxE8, Rounding rounding,
            MarginTerms spot, MarginTerms perpetual, MarginTerms future) {

        static Limits of(Policy policy) {
            KellyLimits kelly = new KellyLimits(policy.integer("risk.kelly-trades-min"),
                    policy.percent("risk.kelly-unproven-pct"), policy.number("risk.kelly-confidence"),
                    policy.percent("risk.kelly-fraction-pct"), policy.percent("risk.kelly-pct-min"),
                    policy.percent("risk.kelly-pct-max"), policy.percent("risk.kelly-no-edge-pct"));
            Percent share = policy.percent("risk.margin-share-pct-max");
            return new Limits(policy.integer("risk.kelly-trades-window"), kelly,
                    policy.percent("risk.volatility-target-pct"), policy.number("risk.volatility-factor-max"),
                    new Rounding(policy.flag("risk.round-up-to-minimum")), new MarginTerms(new Percent(0), share),
                    new MarginTerms(policy.percent("risk.margin-perpetual-pct"), share),
                    new MarginTerms(policy.percent("risk.margin-future-pct"), share));
        }
    }

    private record Whose(AccountId account, String strategy, int last) {
    }

    private record Known(Money realised, Closed closed) {
    }
}
