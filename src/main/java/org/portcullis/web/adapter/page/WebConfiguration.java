package org.portcullis.web.adapter.page;

import java.time.Duration;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.EventClock;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.AccountId;
import org.portcullis.operations.alert.AlertDesk;
import org.portcullis.risk.TermsView;
import org.portcullis.risk.KillSwitch;
import org.portcullis.risk.ModeView;
import org.portcullis.risk.breaker.Breakers;
import org.portcullis.web.LiveBars;
import org.portcullis.web.RulesView;
import org.portcullis.web.adapter.rules.RulesInForce;
import org.portcullis.web.adapter.store.AlertReads;
import org.portcullis.web.adapter.store.BreakerReads;
import org.portcullis.web.adapter.store.DecisionReads;
import org.portcullis.web.adapter.store.GlanceReads;
import org.portcullis.web.adapter.store.LiveReads;
import org.portcullis.web.adapter.store.OrderReads;
import org.portcullis.web.adapter.store.PerformanceReads;
import org.portcullis.web.adapter.store.PortfolioReads;
import org.portcullis.web.adapter.store.StatusReads;
import org.portcullis.web.adapter.stream.LiveEvents;
import org.portcullis.web.adapter.stream.LiveStream;
import org.portcullis.web.domain.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the room together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
public class WebConfiguration {

    private static final Duration STATUS_LOOK = Duration.ofMillis(500);

    @Bean
    LiveBars shownBars(WallTime wall) {
        return new LiveBars(wall);
    }

    @Bean
    Wording wording(EventClock market) {
        return new Wording(market);
    }

    @Bean
    RulesView rulesView(RuleLibrary library, PolicyBook policy) {
        return new RulesInForce(library, policy);
    }

    @Bean
    DecisionReads decisionReads(JdbcClient jdbc) {
        return new DecisionReads(jdbc);
    }

    @Bean
    OrderReads orderReads(JdbcClient jdbc) {
        return new OrderReads(jdbc);
    }

    @Bean
    PerformanceReads performanceReads(JdbcClient jdbc) {
        return new PerformanceReads(jdbc);
    }

    @Bean
    PortfolioReads portfolioReads(JdbcClient jdbc, TermsView terms) {
        return new PortfolioReads(jdbc, terms);
    }

    @Bean
    LiveReads liveReads(JdbcClient jdbc, OrderReads orders, PortfolioReads portfolio, DecisionReads decisions,
            LiveBars bars, RulesView rules, EventClock market) {
        return new LiveReads(new GlanceReads(jdbc), orders, portfolio, decisions, bars, rules, market);
    }

    @Bean
    AlertReads alertReads(ObjectProvider<AlertDesk> alerts) {
        return new AlertReads(alerts);
    }

    @Bean
    BreakerReads breakerReads(ObjectProvider<Breakers> breakers, ObjectProvider<AccountId> account,
            EventClock market) {
        return new BreakerReads(breakers, account, market);
    }

    @Bean
    StatusReads statusReads(ModeView mode, KillSwitch kill, RulesView rules, LiveBars bars, OrderReads orders) {
        return new StatusReads(mode, kill, rules, bars, orders);
    }

    @Bean
    LiveStream liveStream(LiveBars bars, @Qualifier("applicationTaskExecutor") AsyncTaskExecutor senders, WallTime wall,
            WebSettings settings, StatusReads status, Background background) {
        LiveStream stream = new LiveStream(bars, senders, wall, settings.streamsPerUserMax(), settings.heartbeat());
        background.every(settings.pushPause(), "live-push", stream::tick);
        background.every(STATUS_LOOK, "live-status", () -> {
            if (stream.listened()) {
                stream.status(status.now());
            }
        });
        return stream;
    }

    @Bean
    LiveEvents liveEvents(LiveStream stream, LiveBars bars) {
        return new LiveEvents(stream, bars);
    }
}
