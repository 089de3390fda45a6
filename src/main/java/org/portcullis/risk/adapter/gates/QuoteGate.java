package org.portcullis.risk.adapter.gates;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.LiveBars;
import org.portcullis.market.Quote;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.Subject;
import org.portcullis.risk.domain.QuoteAge;
import org.portcullis.strategy.Intent;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Tells how old the instrument's quote is, when the order is first judged and when it is judged again before it leaves
 * (S2-REQ-ST1, S2-D5).
 */
@Component
public class QuoteGate implements GateFacts {

    private final Function<InstrumentId, Optional<Quote>> quotes;
    private final PolicyBook policies;
    private final boolean expected;

    @Autowired
    QuoteGate(LiveBars bars, PolicyBook policies, @Value("${portcullis.feed.live.enabled:false}") boolean live) {
        this(bars::quote, policies, live);
    }

    /** @param expected whether the market brings quotes at all */
    public QuoteGate(Function<InstrumentId, Optional<Quote>> quotes, PolicyBook policies, boolean expected) {
        this.quotes = quotes;
        this.policies = policies;
        this.expected = expected;
    }

    @Override
    public List<Record> judging(Subject subject) {
        Policy policy = policies.current();
        String limit = subject.proposal().intent() == Intent.ENTER ? "risk.quote-age-max"
                : "risk.quote-age-absolute-max";
        return List.of(new QuoteAge(expected, expected ? ageMs(subject) : 0, policy.duration(limit).toMillis()));
    }

    private long ageMs(Subject subject) {
        return quotes.apply(subject.proposal().instrument())
                .map(quote -> Math.max(0, subject.atMs() - quote.timeMs())).orElse(Long.MAX_VALUE);
    }
}
