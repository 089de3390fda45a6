package org.portcullis.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.policy.PolicyBook;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.CatalogueState.Source;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CatalogueDeskTest {

    private static final long START_MS = 1_767_225_600_000L;
    private static final long REFRESH_MS = 300_000;
    private static final long AGE_MS_MAX = 3_600_000;
    private static final InstrumentId BTC = new InstrumentId("BTCUSDT");
    private static final InstrumentId PEPE = new InstrumentId("PEPEUSDT");
    private static final InstrumentCatalogue FILE = InstrumentCatalogue.read(Path.of("rules/instruments.yaml"));

    @TempDir
    private Path folder;

    private final List<Listing> listed = new ArrayList<>();
    private int asked;
    private boolean down;
    private Runnable meanwhile = () -> { };
    private CatalogueDesk desk;

    @BeforeEach
    void open() {
        FILE.instruments().values().stream().filter(instrument -> instrument.venue().equals("binance-spot"))
                .forEach(instrument -> listed.add(listing(instrument, TradingStatus.TRADING)));
        listed.add(listing(discovered("PEPEUSDT", "PEPE"), TradingStatus.TRADING));
        desk = CatalogueDesk.of(FILE, Candidates.PLAN, this::read, () -> Candidates.POLICY);
    }

    private List<Listing> read() throws IOException {
        asked++;
        meanwhile.run();
        if (down) {
            throw new IOException("the venue is away");
        }
        return List.copyOf(listed);
    }

    @Test
    @DisplayName("S2-OM5 the venue is asked again after exactly five minutes")
    void the_venue_is_asked_again_after_exactly_five_minutes() {
        desk.refresh(START_MS);
        desk.refresh(START_MS + REFRESH_MS - 1);
        assertThat(asked).isEqualTo(1);
        desk.refresh(START_MS + REFRESH_MS);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    @DisplayName("S3-03 what the venue lists and the file does not is discovered")
    void what_the_venue_lists_is_discovered() {
        CatalogueState state = desk.refresh(START_MS);
        assertThat(state.source()).isEqualTo(Source.VENUE);
        assertThat(state.considered()).contains(PEPE, BTC);
        assertThat(state.catalogue().require(PEPE).tickE8()).isEqualTo(1);
        assertThat(state.listedAtMs()).containsEntry(PEPE, 77L);
        assertThat(desk.whyNotTradable(PEPE)).isEmpty();
        assertThat(state.said()).isEmpty();
    }

    @Test
    @DisplayName("S2-OM5 a symbol whose terms differ is not traded, and what differs is said")
    void a_symbol_whose_terms_differ_is_not_traded() {
        replace(BTC, withTick(FILE.require(BTC), 10_000_000), TradingStatus.TRADING);
        CatalogueState state = desk.refresh(START_MS);
        assertThat(state.differences()).containsOnlyKeys(BTC);
        assertThat(desk.whyNotTradable(BTC)).contains("BTCUSDT: tick is 0.01 in rules/instruments.yaml and 0.1 at the"
                + " venue");
        assertThat(state.said()).singleElement().asString().startsWith("BTCUSDT is not traded: tick");
        assertThat(state.catalogue().require(BTC)).isEqualTo(FILE.require(BTC));
    }

    @Test
    void a_policy_that_accepts_the_venues_terms_trades_by_them() throws IOException {
        String policy = Files.readString(Path.of("rules/policy.yaml"))
                .replaceFirst("(accept-venue-terms: +\\{type: flag, value: )false", "$1true");
        PolicyBook edited = PolicyBook.open(Files.writeString(folder.resolve("policy.yaml"), policy), null);
        replace(BTC, withTick(FILE.require(BTC), 10_000_000), TradingStatus.TRADING);
        desk = CatalogueDesk.of(FILE, Candidates.PLAN, this::read, edited::current);
        CatalogueState state = desk.refresh(START_MS);
        assertThat(state.catalogue().require(BTC).tickE8()).isEqualTo(10_000_000);
        assertThat(state.catalogue().require(BTC).aliases()).isEqualTo(FILE.require(BTC).aliases());
        assertThat(desk.whyNotTradable(BTC)).isEmpty();
    }

    @Test
    @DisplayName("S2-OM5 every status but TRADING keeps a symbol out, also one that is announced in between")
    void every_status_but_trading_keeps_a_symbol_out() {
        replace(BTC, FILE.require(BTC), TradingStatus.CANCEL_ONLY);
        desk.refresh(START_MS);
        assertThat(desk.whyNotTradable(BTC)).contains("BTCUSDT is CANCEL_ONLY");
        InstrumentId eth = new InstrumentId("ETHUSDT");
        assertThat(desk.whyNotTradable(eth)).isEmpty();
        desk.onStatus(new StatusUpdate(eth, START_MS, TradingStatus.OFFLINE));
        assertThat(desk.status(eth)).isEqualTo(TradingStatus.OFFLINE);
        desk.refresh(START_MS + REFRESH_MS);
        assertThat(desk.status(eth)).as("the list is newer").isEqualTo(TradingStatus.TRADING);
    }

    @Test
    @DisplayName("S2-OM5 what is announced while the list is on its way is newer than the list")
    void what_is_announced_while_the_list_is_on_its_way_is_newer_than_the_list() {
        meanwhile = () -> desk.onStatus(new StatusUpdate(BTC, START_MS, TradingStatus.CANCEL_ONLY));
        desk.refresh(START_MS);
        assertThat(desk.status(BTC)).isEqualTo(TradingStatus.CANCEL_ONLY);
        meanwhile = () -> { };
        desk.refresh(START_MS + REFRESH_MS);
        assertThat(desk.status(BTC)).as("now the list is newer").isEqualTo(TradingStatus.TRADING);
    }

    @Test
    void what_was_announced_stays_when_the_list_does_not_come() {
        desk.refresh(START_MS);
        desk.onStatus(new StatusUpdate(BTC, START_MS, TradingStatus.OFFLINE));
        down = true;
        desk.refresh(START_MS + REFRESH_MS);
        assertThat(desk.status(BTC)).isEqualTo(TradingStatus.OFFLINE);
    }

    @Test
    @DisplayName("S2-OM5 an announcement without flags does not lift what the list restricts")
    void an_announcement_does_not_lift_what_the_list_restricts() {
        replace(BTC, FILE.require(BTC), TradingStatus.POST_ONLY);
        desk.refresh(START_MS);
        desk.onStatus(new StatusUpdate(BTC, START_MS, TradingStatus.TRADING));
        assertThat(desk.status(BTC)).isEqualTo(TradingStatus.POST_ONLY);
        desk.onStatus(new StatusUpdate(BTC, START_MS, TradingStatus.LIMIT_ONLY));
        assertThat(desk.status(BTC)).isEqualTo(TradingStatus.LIMIT_ONLY);
    }

    @Test
    void what_the_venue_no_longer_lists_is_offline_and_other_venues_are_not_touched() {
        listed.removeIf(listing -> listing.instrument().id().equals(BTC));
        desk.refresh(START_MS);
        assertThat(desk.whyNotTradable(BTC)).contains("BTCUSDT is OFFLINE");
        assertThat(desk.whyNotTradable(new InstrumentId("MNQ"))).isEmpty();
        assertThat(desk.whyNotTradable(new InstrumentId("NOSUCH"))).get().asString().contains("neither in");
    }

    @Test
    @DisplayName("S1-14 a failed reading keeps the last list, and after its limit twenty symbols are left")
    void a_failed_reading_keeps_the_last_list_for_a_while() {
        desk.refresh(START_MS);
        down = true;
        CatalogueState kept = desk.refresh(START_MS + AGE_MS_MAX);
        assertThat(kept.source()).isEqualTo(Source.LAST_KNOWN);
        assertThat(kept.considered()).contains(PEPE);
        assertThat(kept.said()).singleElement().asString().contains("the venue is away");
        CatalogueState fallback = desk.refresh(START_MS + AGE_MS_MAX + 1);
        assertThat(fallback.source()).isEqualTo(Source.FALLBACK);
        assertThat(fallback.considered()).hasSize(20).containsExactlyInAnyOrderElementsOf(Candidates.PLAN.fallback());
        assertThat(fallback.said()).singleElement().asString().contains("3600001 ms old (limit 3600000")
                .contains("20 fallback symbols");
        down = false;
        assertThat(desk.refresh(START_MS + 2 * AGE_MS_MAX).source()).isEqualTo(Source.VENUE);
    }

    @Test
    @DisplayName("S1-14 a list that never came, or came empty, leaves the twenty symbols at once")
    void a_list_that_never_came_leaves_the_twenty_symbols() {
        assertThat(desk.state().source()).isEqualTo(Source.FALLBACK);
        down = true;
        assertThat(desk.refresh(START_MS).considered()).hasSize(20);
        down = false;
        listed.clear();
        CatalogueState empty = desk.refresh(START_MS + REFRESH_MS);
        assertThat(empty.source()).isEqualTo(Source.FALLBACK);
        assertThat(empty.said()).singleElement().asString().contains("never came (it was empty)");
    }

    @Test
    void without_a_venue_the_file_stands_alone() {
        CatalogueDesk alone = CatalogueDesk.of(FILE, Candidates.PLAN, null, () -> Candidates.POLICY);
        assertThat(alone.refresh(START_MS).source()).isEqualTo(Source.FILE);
        assertThat(alone.state().considered()).containsExactlyElementsOf(FILE.instruments().keySet());
        assertThat(alone.whyNotTradable(BTC)).isEmpty();
    }

    @Test
    void what_would_confuse_two_instruments_is_not_taken_and_said() {
        listed.add(listing(discovered("WBTCUSDT", "WBTC"), TradingStatus.TRADING));
        replace(new InstrumentId("MNQ"), discovered("MNQ", "MNQ"), TradingStatus.TRADING);
        CatalogueState state = desk.refresh(START_MS);
        assertThat(state.catalogue().find(new InstrumentId("WBTCUSDT"))).isEmpty();
        assertThat(state.said()).containsExactlyInAnyOrder(
                "WBTCUSDT is not taken: the name WBTCUSDT already means BTCUSDT",
                "MNQ of binance-spot is not taken: rules/instruments.yaml trades it at tradovate");
        assertThat(SymbolNames.of(state.catalogue()).find("PEPE-USDT", START_MS)).isPresent();
        assertThat(desk.whyNotTradable(new InstrumentId("MNQ"))).isEmpty();
    }

    private void replace(InstrumentId id, Instrument instrument, TradingStatus status) {
        listed.removeIf(listing -> listing.instrument().id().equals(id));
        listed.add(listing(instrument, status));
    }

    private static Listing listing(Instrument instrument, TradingStatus status) {
        return new Listing(instrument, instrument.id().value(), status, instrument.kind(), 77, 0);
    }

    private static Instrument discovered(String symbol, String base) {
        return new Instrument(new InstrumentId(symbol), "binance-spot", base, "USDT", 1, 1, 1, 0, FixedPoint.ONE, 10,
                10);
    }

    private static Instrument withTick(Instrument known, long tickE8) {
        return new Instrument(known.id(), known.venue(), known.baseCurrency(), known.quoteCurrency(), tickE8,
                known.lotE8(), known.minimumQuantityE8(), known.minimumNotionalE8(), known.multiplierE8(),
                known.makerBasisPoints(), known.takerBasisPoints(), known.kind(), known.calendar(), Set.of(), null);
    }
}
