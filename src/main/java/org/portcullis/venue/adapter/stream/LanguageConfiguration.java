package org.portcullis.venue.adapter.stream;

import java.net.http.HttpClient;
import java.time.LocalDate;
import java.util.Comparator;
import org.portcullis.engine.policy.Policy;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.WallTime;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.ContinuousFuture;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ListingSource;
import org.portcullis.venue.binance.BinanceLanguage;
import org.portcullis.venue.coinbase.CoinbaseLanguage;
import org.portcullis.venue.stream.HistoryClient;
import org.portcullis.venue.stream.VenueLanguage;
import org.portcullis.venue.tradovate.TradovateLanguage;
import org.portcullis.venue.wire.ListedFees;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The languages of the venues that give market data to anybody, and the list of the one that is listened to. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {

    @Bean
    VenueLanguage binanceUsdmLanguage(PolicyBook policy) {
        return BinanceLanguage.usdm(fees(policy));
    }

    @Bean
    VenueLanguage binanceSpotLanguage(PolicyBook policy) {
        return BinanceLanguage.spot(fees(policy));
    }

    @Bean
    VenueLanguage coinbaseLanguage(PolicyBook policy) {
        return new CoinbaseLanguage(fees(policy));
    }

    /** Tradovate gives market data only to who has a token: a read-only one, from the environment. */
    @Bean
    @ConditionalOnProperty("TRADOVATE_MD_TOKEN")
    VenueLanguage tradovateLanguage(Environment environment, InstrumentCatalogue catalogue, CalendarBook calendars,
            WallTime time, LiveSettings settings) {
        // one root and its contracts: the one that is listened to
        Instrument root = catalogue.instruments().values().stream()
                .filter(instrument -> instrument.venue().equals("tradovate") && instrument.roll() != null)
                .min(Comparator.comparing(one -> !settings.symbols().contains(one.id().value())))
                .orElseThrow(() -> new IllegalStateException(
                        "rules/instruments.yaml has no rolling future of tradovate to listen to"));
        return new TradovateLanguage(() -> environment.getRequiredProperty("TRADOVATE_MD_TOKEN"),
                id -> contractOf(catalogue.require(id), calendars, time.millis()), root);
    }

    /** The contract that a continuous future is today, such as {@code MNQZ6}; a contract is itself. */
    private static String contractOf(Instrument instrument, CalendarBook calendars, long nowMs) {
        if (instrument.roll() == null) {
            return instrument.id().value();
        }
        LocalDate today = calendars.of(instrument).tradingDate(nowMs);
        return ContinuousFuture.byDays(instrument, today, today).front(today).symbol();
    }

    /** Asks the venue only when it is listened to. */
    @Bean
    @ConditionalOnExpression("${portcullis.feed.live.enabled:false}")
    ListingSource venueListings(LiveSettings settings, ObjectProvider<VenueLanguage> languages,
            HistoryClient history) {
        return new VenueListings(StreamPlan.language(settings, languages.stream().toList())
                .history(settings.restUrl()), history);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("venueHttp")
    HttpClient venueHttp(LiveSettings settings, Background background) {
        return HttpClient.newBuilder().connectTimeout(settings.requestWait())
                .executor(task -> background.run("venue-stream-io", task)).build();
    }

    /** One for all who ask, so that a venue that wants to be left alone is. */
    @Bean
    HistoryClient venueHistoryClient(@Qualifier("venueHttp") HttpClient venueHttp, LiveSettings settings,
            WallTime time) {
        return new RestrainedHistory(new HttpHistory(venueHttp, settings.requestWait()), time::stopwatchNanos);
    }

    /** Public listings name no fees: those that paper fills are charged stand in. */
    private static ListedFees fees(PolicyBook book) {
        Policy policy = book.current();
        return new ListedFees(wholeUp(policy.number("venue.paper.maker-bps")),
                wholeUp(policy.number("venue.paper.taker-bps")));
    }

    private static int wholeUp(long e8) {
        return Math.toIntExact(Math.floorDiv(e8 + FixedPoint.ONE - 1, FixedPoint.ONE));
    }
}
