package org.portcullis.risk.adapter;

import java.time.Duration;
import java.util.Optional;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.time.ClockDrift;
import org.portcullis.engine.time.TimeOracle;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.LiveGate;
import org.portcullis.risk.ReconcileView;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this room asks before orders may reach a real venue (S2-G2, S2-REQ-TIME1). */
@Configuration(proxyBeanMethods = false)
class LiveGates {

    /** No connection to a real venue is part of this version, so LIVE stays refused (S2-REQ-M1). */
    @Bean
    LiveGate realVenueGate() {
        return () -> Optional.of("no real venue is connected in this version");
    }

    /**
     * Somebody says it in words that name the account, at every start (S2-G2): a profile or a copied command line for
     * another account does not.
     */
    @Bean
    LiveGate confirmationGate(@Value("${portcullis.live.confirmation:}") String said,
            @Value("${portcullis.account.name}") String account) {
        String words = "LIVE " + account;
        return () -> said.equals(words) ? Optional.empty()
                : Optional.of("nobody has confirmed it: portcullis.live.confirmation must say \"" + words + "\"");
    }

    @Bean
    LiveGate killGate(KillSwitch kill) {
        return once(() -> kill.isOn() ? Optional.of("the kill switch is on") : Optional.empty());
    }

    @Bean
    LiveGate clockGate(TimeOracle time, PolicyBook policies) {
        return once(() -> clockFault(time.drift(), policies.current().duration("risk.live.clock-off-max")));
    }

    @Bean
    LiveGate booksGate(ReconcileView books) {
        return once(() -> books.books().clean() ? Optional.empty()
                : Optional.of("our books are not known to agree with the venue's"));
    }

    /** The clock must be off by less than the limit, the error of what was measured included (S2-REQ-TIME1). */
    static Optional<String> clockFault(ClockDrift drift, Duration limit) {
        if (!drift.synced()) {
            return Optional.of("no time server has answered: name three or more in portcullis.clock.servers");
        }
        return drift.offMs() < limit.toMillis() ? Optional.empty() : Optional.of("the clock may be off by "
                + drift.offMs() + " ms; less than " + limit.toMillis() + " ms is needed");
    }

    private static LiveGate once(LiveGate gate) {
        return new LiveGate() {
            @Override
            public Optional<String> unmet() {
                return gate.unmet();
            }

            @Override
            public boolean onceStarted() {
                return true;
            }
        };
    }
}
