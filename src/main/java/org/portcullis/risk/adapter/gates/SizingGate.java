package org.portcullis.risk.adapter.gates;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
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

    private final PolicyBook policies;
    private final TrackRecord records;
    private final VolatilityView volatility;
    private final InstrumentCatalogue catalogue;
    private final Map<Whose, Known> known = new ConcurrentHashMap<>();

    public SizingGate(PolicyBook policies, TrackRecord records, VolatilityView volatility,
            InstrumentCatalogue catalogue) {
        this.policies = policies;
        this.records = records;
        this.volatility = volatility;
        this.catalogue = catalogue;
    }

    @Override
    public List<Record> judging(Subject subject) {
        return subject.proposal().intent() == Intent.ENTER
                ? List.of(margin(policies.current(), subject.proposal().instrument())) : List.of();
    }

    @Override
    public List<Record> sizing(Subject subject) {
        Policy policy = policies.current();
        InstrumentId instrument = subject.proposal().instrument();
        return List.of(StrategyEdge.of(closed(subject, policy.integer("risk.kelly-trades-window")), limits(policy)),
                new VolatilityScale(policy.percent("risk.volatility-target-pct"), volatility.volatility(instrument),
                        policy.number("risk.volatility-factor-max")),
                margin(policy, instrument), new Rounding(policy.flag("risk.round-up-to-minimum")));
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

    private static KellyLimits limits(Policy policy) {
        return new KellyLimits(policy.integer("risk.kelly-trades-min"), policy.percent("risk.kelly-unproven-pct"),
                policy.number("risk.kelly-confidence"), policy.percent("risk.kelly-fraction-pct"),
                policy.percent("risk.kelly-pct-min"), policy.percent("risk.kelly-pct-max"),
                policy.percent("risk.kelly-no-edge-pct"));
    }

    private MarginTerms margin(Policy policy, InstrumentId instrument) {
        Listing.Kind kind = catalogue.find(instrument).map(Instrument::kind).orElse(Listing.Kind.SPOT);
        Percent initial = switch (kind) {
            case SPOT -> new Percent(0);
            case PERPETUAL -> policy.percent("risk.margin-perpetual-pct");
            case FUTURE -> policy.percent("risk.margin-future-pct");
        };
        return new MarginTerms(initial, policy.percent("risk.margin-share-pct-max"));
    }

    private record Whose(AccountId account, String strategy, int last) {
    }

    private record Known(Money realised, Closed closed) {
    }
}
