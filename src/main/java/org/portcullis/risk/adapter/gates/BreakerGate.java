package org.portcullis.risk.adapter.gates;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.Subject;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.Trip;
import org.portcullis.risk.domain.breaker.OpenBreakers;
import org.portcullis.risk.domain.breaker.TrippedBreaker;
import org.springframework.stereotype.Component;

/** Brings every tripped breaker in whose scope an order lies (S4-M10). */
@Component
public class BreakerGate implements GateFacts {

    private final Breakers breakers;

    public BreakerGate(Breakers breakers) {
        this.breakers = breakers;
    }

    @Override
    public List<Record> judging(Subject subject) {
        List<Record> facts = new ArrayList<>();
        int blocking = 0;
        for (Trip trip : breakers.tripped(subject.account(), subject.atMs())) {
            if (trip.scope().covers(subject.proposal().strategy(), subject.proposal().instrument(),
                    subject.terms().venue())) {
                facts.add(fact(trip));
                blocking += trip.rung().permitsEntries() ? 0 : 1;
            }
        }
        facts.add(new OpenBreakers(blocking, 0));
        return facts;
    }

    private static TrippedBreaker fact(Trip trip) {
        return new TrippedBreaker("breaker." + trip.breaker().code(), trip.scope().toString(),
                trip.rung().permitsEntries());
    }
}
