package org.portcullis.risk.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.route.Json;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.WallTime;
import org.portcullis.market.Bans;
import org.portcullis.market.BarWalk;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.Listing.Kind;
import org.portcullis.market.UniverseDesk;
import org.portcullis.risk.AccountView;
import org.portcullis.risk.ChangeProofs;
import org.portcullis.risk.Cooldowns;
import org.portcullis.risk.DecisionBook;
import org.portcullis.risk.DeskPorts;
import org.portcullis.risk.Explanation;
import org.portcullis.risk.FrameHearing;
import org.portcullis.risk.GateFacts;
import org.portcullis.risk.GateRules;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.LiveGate;
import org.portcullis.risk.Mode;
import org.portcullis.risk.ModeView;
import org.portcullis.risk.PendingView;
import org.portcullis.risk.RiskDesk;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.UniverseMembership;
import org.portcullis.risk.adapter.market.CatalogueTerms;
import org.portcullis.risk.adapter.market.GuardedMarks;
import org.portcullis.risk.adapter.market.WatchedUniverse;
import org.portcullis.risk.DeskMarks;
import org.portcullis.risk.adapter.rules.RuleGates;
import org.portcullis.risk.domain.ModeLadder;
import org.portcullis.strategy.UniverseView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the risk desk. */
@Configuration(proxyBeanMethods = false)
class RiskConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RiskConfiguration.class);
    /** Detection within 3 s is asked (S2-REQ-K1); looking at a file costs nothing. */
    private static final Duration KILL_LOOK = Duration.ofMillis(200);

    @Bean
    ObjectMapper strictJson() {
        return Json.shared();
    }

    @Bean
    KillSwitch killSwitch(@Value("${portcullis.home}") Path home, WallTime time, Background background) {
        KillSwitch kill = KillSwitch.inHome(home, Json.shared(), time);
        background.urgent(KILL_LOOK, "kill-watch", kill::poll);
        return kill;
    }

    /** Refuses a mode at once for what is known by now; the rest is asked when everything stands. */
    @Bean
    ModeView modeView(@Value("${portcullis.mode}") Mode mode, @Value("${portcullis.read-only}") boolean readOnly,
            List<LiveGate> gates) {
        List<String> unmet = gates.stream().filter(gate -> !gate.onceStarted())
                .flatMap(gate -> gate.unmet().stream()).toList();
        ModeLadder.demand(mode, readOnly, unmet);
        boolean effective = ModeLadder.readOnly(mode, readOnly);
        if (!readOnly && effective) {
            LOG.warn("portcullis.read-only=false has no effect in mode {}: real venues stay read-only below LIVE",
                    mode);
        }
        return new SettledMode(mode, effective);
    }

    /** The mode of this process; it changes by a restart only. */
    private record SettledMode(Mode mode, boolean readOnly) implements ModeView {
    }

    @Bean
    TermsView termsView(InstrumentCatalogue catalogue, PolicyBook policies) {
        return new CatalogueTerms(catalogue, kind -> policies.current().percent(kind == Kind.PERPETUAL
                ? "risk.margin-perpetual-pct" : "risk.margin-future-pct"));
    }

    /** With regimes, for the breaker of crashes, and calendars, so that a closed market is no hole in the bars. */
    @Bean
    DeskMarks deskMarks(RuleLibrary rules, PolicyBook policy, FrameHearing hearing, InstrumentCatalogue catalogue,
            CalendarBook calendars) {
        return new GuardedMarks(BarWalk.judging(() -> rules.base("market"), policy::current, catalogue, calendars),
                hearing);
    }

    /** Where the brain is told to enter everything, as in a replay, the desk asks only for bans (S2-REQ-U1). */
    @Bean
    UniverseMembership universeMembership(UniverseDesk universe, Bans bans, UniverseView view) {
        return new WatchedUniverse(universe, bans, view != UniverseView.EVERYTHING);
    }

    @Bean
    GateRules gateRules(RuleLibrary rules) {
        return new RuleGates(() -> rules.base("risk"));
    }

    @Bean
    RiskDesk riskDesk(AccountView accounts, PendingView pending, DeskMarks prices, TermsView terms, Cooldowns cooldowns,
            KillSwitch kill, ModeView mode, PolicyBook policies, GateRules rules, ObjectProvider<GateFacts> gates) {
        return new RiskDesk(new DeskPorts(accounts, pending, prices, terms, cooldowns, kill, mode,
                gates.orderedStream().toList()), policies, rules);
    }

    @Bean
    ChangeProofs changeProofs(DecisionBook book, GateRules rules) {
        return decisionId -> book.find(decisionId).flatMap(verdict -> new Explanation(verdict).proof(rules));
    }
}
