package org.portcullis.risk.adapter;

import java.time.Duration;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.Lane;
import org.portcullis.engine.time.TimeOracle;
import org.portcullis.kernel.AccountId;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.risk.DeskMarks;
import org.portcullis.risk.FrameHearing;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.VerdictKept;
import org.portcullis.risk.adapter.market.CatalogueHours;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.risk.breaker.FillCosts;
import org.portcullis.risk.breaker.FrameWatch;
import org.portcullis.risk.breaker.FillTold;
import org.portcullis.risk.breaker.HealthWatch;
import org.portcullis.risk.breaker.MarketHours;
import org.portcullis.risk.breaker.MarketTapes;
import org.portcullis.risk.breaker.MarketWatch;
import org.portcullis.risk.breaker.SeenSignals;
import org.portcullis.risk.breaker.SlippageWatch;
import org.portcullis.risk.breaker.VerdictTimes;
import org.portcullis.risk.breaker.VerdictWatch;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires what watches the market, the verdicts, the fills and the clocks for the breakers. */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {

    @Bean
    MarketTapes marketTapes() {
        return new MarketTapes();
    }

    @Bean
    MarketHours marketHours(InstrumentCatalogue catalogue, CalendarBook calendars) {
        return new CatalogueHours(catalogue, calendars);
    }

    @Bean
    MarketWatch marketWatch(AccountId account, MarketTapes tapes, MarketHours hours, Breakers breakers,
            PolicyBook policies) {
        return new MarketWatch(account, tapes, hours, breakers, policies);
    }

    @Bean
    VerdictWatch verdictWatch(MarketTapes tapes, SeenSignals signals, Breakers breakers, PolicyBook policies) {
        return new VerdictWatch(tapes, signals, breakers, policies);
    }

    @Bean
    SlippageWatch slippageWatch(FillCosts costs, MarketTapes tapes, TermsView terms, Breakers breakers,
            PolicyBook policies, PlatformTransactionManager transactions) {
        return new SlippageWatch(costs, tapes, terms, breakers, policies, new TransactionTemplate(transactions));
    }

    @Bean
    HealthWatch healthWatch(AccountId account, VerdictTimes times, Breakers breakers, PolicyBook policies) {
        return new HealthWatch(account, times, breakers, policies);
    }

    @Bean
    FrameHearing frameHearing(AccountId account, MarketTapes tapes, MarketWatch market, SlippageWatch slippage,
            PolicyBook policies) {
        return new FrameWatch(account, tapes, market, slippage, policies);
    }

    /** Hears verdicts and fills inside their own transactions. */
    @Component
    static class Hearing {

        private final VerdictWatch verdicts;
        private final SlippageWatch slippage;

        Hearing(VerdictWatch verdicts, SlippageWatch slippage) {
            this.verdicts = verdicts;
            this.slippage = slippage;
        }

        @EventListener
        void kept(VerdictKept kept) {
            verdicts.kept(kept.verdict());
        }

        @EventListener
        void told(FillTold told) {
            slippage.told(told);
        }
    }

    /** Looks by the wall clock at what no bar tells. In a replay time is that of the bars, so nothing is looked at. */
    @Component
    static class Looking {

        private static final Duration LOOK = Duration.ofSeconds(5);

        private final HealthWatch health;
        private final MarketWatch market;
        private final DeskMarks marks;
        private final TimeOracle oracle;
        private final EventClock clock;
        private final Lane lane;
        private final Background background;

        Looking(HealthWatch health, MarketWatch market, DeskMarks marks, TimeOracle oracle, EventClock clock,
                Lane lane, Background background) {
            this.health = health;
            this.market = market;
            this.marks = marks;
            this.oracle = oracle;
            this.clock = clock;
            this.lane = lane;
            this.background = background;
        }

        @EventListener(ApplicationReadyEvent.class)
        void start() {
            if (!clock.replay()) {
                background.every(LOOK, "breaker-look", () -> lane.run(() -> {
                    health.look(oracle.drift(), clock.millis());
                    market.silence(marks, clock.millis());
                }));
            }
        }
    }
}
