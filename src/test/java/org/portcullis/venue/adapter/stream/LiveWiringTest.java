package org.portcullis.venue.adapter.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.engine.rules.RuleLibrary;
import org.portcullis.engine.time.Background;
import org.portcullis.engine.time.Jitter;
import org.portcullis.engine.time.TimeOracle;
import org.portcullis.engine.time.WallTime;
import org.portcullis.journal.Journal;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.ListingSource;
import org.portcullis.market.LiveBars;
import org.portcullis.market.ReferenceBars;
import org.portcullis.market.WarmStart;
import org.portcullis.strategy.MarketWalks;
import org.portcullis.venue.StreamsView;
import org.portcullis.venue.binance.BinanceLanguage;
import org.portcullis.venue.coinbase.CoinbaseLanguage;
import org.portcullis.venue.stream.Channel;
import org.portcullis.venue.stream.PlainLanguage;
import org.portcullis.venue.stream.VenueLanguage;
import org.portcullis.venue.wire.ListedFees;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LiveWiringTest {

    private static final ListedFees FEES = new ListedFees(2, 5);
    private static final List<VenueLanguage> LANGUAGES = List.of(BinanceLanguage.usdm(FEES),
            BinanceLanguage.spot(FEES), new CoinbaseLanguage(FEES), new PlainLanguage());
    private static final InstrumentCatalogue CATALOGUE = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));
    private static final CalendarBook CALENDARS = CalendarBook.read(Path.of("rules/calendars"));

    @TempDir
    Path folder;

    @Test
    void a_feed_is_off_and_bounded_unless_somebody_says_otherwise() {
        LiveSettings settings = settings(Map.of());
        assertThat(settings.enabled()).isFalse();
        assertThat(settings.channels()).as("S2-REQ-EX1 a halt is heard unless somebody says otherwise")
                .contains(Channel.STATUS);
        assertThat(settings.perConnection()).as("S3-04").isEqualTo(50);
        assertThat(settings.backOffMax()).as("S2-REQ-CB1").hasSeconds(30);
        assertThatThrownBy(() -> settings(Map.of("portcullis.feed.live.batch-max", "0")))
                .rootCause().hasMessageContaining("batch-max must be at least 1");
    }

    @Test
    @DisplayName("S3-03 without a choice every instrument of the venue is heard")
    void without_a_choice_every_instrument_of_the_venue_is_heard() {
        StreamPlan plan = StreamPlan.of(settings(Map.of("portcullis.feed.live.venue", "binance-spot")), LANGUAGES,
                CATALOGUE, CALENDARS);
        assertThat(plan.all()).hasSizeGreaterThan(15).extracting(Instrument::venue).containsOnly("binance-spot");
        assertThat(plan.trades(new InstrumentId("BTCUSDT"), 0)).isTrue();
    }

    @Test
    void a_venue_that_nobody_speaks_with_is_named_with_those_that_are() {
        assertThatThrownBy(() -> StreamPlan.of(settings(Map.of("portcullis.feed.live.venue", "kraken")), LANGUAGES,
                CATALOGUE, CALENDARS)).isInstanceOf(IllegalStateException.class).hasMessageContaining("kraken")
                .hasMessageContaining("binance-usdm");
    }

    @Test
    @DisplayName("S2-D2 a symbol that another venue uses for something else is refused, not heard under its name")
    void a_symbol_of_another_venue_is_refused() {
        assertThatThrownBy(() -> StreamPlan.of(settings(Map.of("portcullis.feed.live.venue", "binance-usdm",
                "portcullis.feed.live.symbols", "BTCUSDT")), LANGUAGES, CATALOGUE, CALENDARS))
                .isInstanceOf(IllegalStateException.class).hasMessage("portcullis.feed.live.symbols has BTCUSDT, which"
                        + " rules/instruments.yaml trades at binance-spot, not at binance-usdm");
    }

    @Test
    @DisplayName("S2-D2 a venue's spelling is understood among the instruments of its connection")
    void a_venues_spelling_is_understood() {
        StreamPlan plan = StreamPlan.of(settings(Map.of("portcullis.feed.live.venue", "binance-spot",
                "portcullis.feed.live.symbols", "BTCUSDT,ETHUSDT")), LANGUAGES, CATALOGUE, CALENDARS);
        List<InstrumentId> its = List.of(new InstrumentId("BTCUSDT"));
        assertThat(plan.spelled("btc-usdt", its)).map(Instrument::id).contains(its.get(0));
        assertThat(plan.spelled("ETHUSDT", its)).isEqualTo(Optional.empty());
    }

    @Test
    @DisplayName("S3-03 the venue's own list is read")
    void the_venues_own_list_is_read() throws IOException {
        String body = Files.readString(ReferenceBars.file("protocol/binance/binance_futures_rest_exchangeInfo.json"));
        var listings = new VenueListings(BinanceLanguage.usdm(FEES).history(java.net.URI.create("https://venue")),
                (address, headers) -> body).listings();
        assertThat(listings).hasSizeGreaterThan(50);
    }

    @Test
    void a_list_that_cannot_be_read_is_a_failure_not_an_empty_list() {
        VenueListings broken = new VenueListings(BinanceLanguage.usdm(FEES).history(
                java.net.URI.create("https://venue")), (address, headers) -> "<html>");
        assertThatThrownBy(broken::listings).isInstanceOf(IOException.class);
    }

    @Test
    void the_parts_find_each_other_and_the_venue_is_asked_for_its_list_only_when_it_is_listened_to() {
        ApplicationContextRunner runner = new ApplicationContextRunner()
                .withUserConfiguration(LiveConfiguration.class, LanguageConfiguration.class)
                .withBean(Journal.class, () -> Journal.open(folder, new WallTime()))
                .withBean(RuleLibrary.class, MarketWalks::library)
                .withBean(PolicyBook.class, () -> PolicyBook.open(Path.of("rules/policy.yaml"), null))
                .withBean(InstrumentCatalogue.class, () -> CATALOGUE).withBean(CalendarBook.class, () -> CALENDARS)
                .withBean(Background.class).withBean(WallTime.class).withBean(Jitter.class, Jitter::real)
                .withBean(WarmStart.class, () -> WarmStart.NOTHING)
                .withBean(TimeOracle.class, () -> new TimeOracle(new WallTime(), 1));
        runner.run(context -> assertThat(context).hasNotFailed().hasSingleBean(StreamsView.class)
                .hasSingleBean(LiveBars.class).hasBean("streamJournal").doesNotHaveBean(ListingSource.class));
        runner.withPropertyValues("portcullis.feed.live.enabled=true", "portcullis.feed.live.venue=binance-usdm",
                "portcullis.feed.live.rest-url=https://venue").run(context ->
                assertThat(context).hasNotFailed().hasSingleBean(ListingSource.class));
    }

    @Test
    @DisplayName("SX-03 S2-OM4 LIVE is refused while the policy asks for order books and none is listened to")
    void live_needs_order_books_where_the_policy_asks_for_them() {
        LiveConfiguration wiring = new LiveConfiguration();
        PolicyBook shipped = PolicyBook.open(Path.of("rules/policy.yaml"), null);
        assertThat(wiring.bookGate(settings(Map.of()), shipped).unmet()).get().asString()
                .contains("add BOOK to portcullis.feed.live.channels");
        assertThat(wiring.bookGate(settings(Map.of("portcullis.feed.live.channels", "TRADES,QUOTES,BOOK")), shipped)
                .unmet()).isEmpty();
    }

    private static LiveSettings settings(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate("portcullis.feed.live", Bindable.of(LiveSettings.class));
    }
}
