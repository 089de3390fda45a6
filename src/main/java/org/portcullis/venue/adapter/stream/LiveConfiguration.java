package org.portcullis.venue.adapter.stream;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.Jitter;
import org.portcullis.engine.time.TimeOracle;
import org.portcullis.engine.time.WallTime;
import org.portcullis.journal.Journal;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.CatalogueDesk;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.LiveBars;
import org.portcullis.market.LiveNote;
import org.portcullis.market.WarmStart;
import org.portcullis.portfolio.ReconcileRun.Trigger;
import org.portcullis.portfolio.Reconciliation;
import org.portcullis.risk.LiveGate;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.HistoryClient;
import org.portcullis.venue.stream.VenueLanguage;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the live feed; while it is switched off nothing is opened. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
class LiveConfiguration {

    private static final Duration RECONNECT_LOOK = Duration.ofSeconds(1);

    @Bean
    StreamJournal streamJournal(Journal journal, LiveSettings settings) {
        return new StreamJournal(journal, settings.syncEachBatch());
    }

    @Bean
    LiveBars liveBars(RuleLibrary rules, PolicyBook policy, LiveSettings settings, WallTime time) {
        TroubleLog log = new TroubleLog();
        return LiveBars.under(() -> rules.base("market"), policy::current, settings.terms(), note -> {
            if (note.code() != LiveNote.Code.BAR_MATCHES && note.code() != LiveNote.Code.TRADE_REPEATED
                    && note.code() != LiveNote.Code.MINUTE_EMPTY) {
                log.say(note.code().name(), note.instrument().value(), note.text(), time.stopwatchNanos());
            }
        });
    }

    @Bean
    LiveStreams liveStreams(LiveSettings settings, ObjectProvider<VenueLanguage> languages,
            InstrumentCatalogue catalogue, CalendarBook calendars, LiveBars liveBars, Background background,
            TimeOracle oracle, WallTime time, Jitter jitter, @Qualifier("venueHttp") HttpClient venueHttp,
            HistoryClient history, WarmStart warmStart, ObjectProvider<CatalogueDesk> desks) {
        StreamTools tools = new StreamTools(venueHttp, history, background, oracle, time, jitter,
                update -> desks.ifAvailable(desk -> desk.onStatus(update)));
        return new LiveStreams(settings, () -> {
            List<VenueLanguage> known = languages.stream().toList();
            return StreamPlan.of(settings, known, catalogue, calendars);
        }, liveBars, tools, warmStart);
    }

    /** Where the policy asks for a book before an entry in LIVE, one must be listened to (SX-03, S2-OM4). */
    @Bean
    LiveGate bookGate(LiveSettings settings, PolicyBook policies) {
        return () -> policies.current().word("book.required").equals("never")
                || settings.channels().contains(Channel.BOOK) ? Optional.empty()
                : Optional.of("no order books are heard, which book.required asks for: add BOOK to "
                        + "portcullis.feed.live.channels");
    }

    @Bean
    ReconnectWatch reconnectWatch(LiveStreams streams, ObjectProvider<Reconciliation> reconciliation,
            Background background) {
        ReconnectWatch watch = new ReconnectWatch(streams, () -> reconciliation.getObject().run(Trigger.RECONNECT));
        background.every(RECONNECT_LOOK, "reconnect-watch", watch::look);
        return watch;
    }
}
