package org.portcullis.venue.adapter.stream;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.CalendarBook;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.TradingCalendar;
import org.portcullis.venue.stream.VenueLanguage;

/**
 * What is to be heard, and in which language.
 *
 * @param language    the venue's
 * @param instruments which are heard, by symbol, in their order
 * @param calendars   when each of them trades
 */
record StreamPlan(VenueLanguage language, Map<InstrumentId, Instrument> instruments,
        Function<Instrument, TradingCalendar> calendars) {

    /**
     * The plan that the settings ask for.
     *
     * @throws IllegalStateException when the venue has no language or no instrument, or a symbol is of another venue;
     *                               the message says what to do
     */
    static StreamPlan of(LiveSettings settings, List<VenueLanguage> languages, InstrumentCatalogue catalogue,
            CalendarBook calendars) {
        VenueLanguage language = language(settings, languages);
        List<Instrument> wanted = settings.symbols().isEmpty()
                ? catalogue.instruments().values().stream()
                        .filter(instrument -> instrument.venue().equals(settings.venue())).toList()
                : settings.symbols().stream().map(symbol -> ofVenue(catalogue, symbol, settings.venue())).toList();
        if (wanted.isEmpty()) {
            throw new IllegalStateException("rules/instruments.yaml has no instrument of " + settings.venue());
        }
        return new StreamPlan(language, wanted.stream()
                .collect(Collectors.toMap(Instrument::id, Function.identity(), (one, same) -> one,
                        TreeMap::new)), calendars::of);
    }

    /** Another venue may use the same symbol for something else, as a future for the coin: its prices are not ours. */
    private static Instrument ofVenue(InstrumentCatalogue catalogue, String symbol, String venue) {
        Instrument instrument = catalogue.require(new InstrumentId(symbol));
        if (!instrument.venue().equals(venue)) {
            throw new IllegalStateException("portcullis.feed.live.symbols has " + symbol + ", which"
                    + " rules/instruments.yaml trades at " + instrument.venue() + ", not at " + venue);
        }
        return instrument;
    }

    /**
     * The language that the settings name.
     *
     * @throws IllegalStateException when there is none
     */
    static VenueLanguage language(LiveSettings settings, List<VenueLanguage> languages) {
        return languages.stream().filter(known -> known.venue().equals(settings.venue())).findFirst()
                .orElseThrow(() -> new IllegalStateException("portcullis.feed.live.venue is '" + settings.venue()
                        + "'; known are " + languages.stream().map(VenueLanguage::venue).sorted().toList()));
    }

    List<Instrument> all() {
        return List.copyOf(instruments.values());
    }

    /** Whether the market of any of them is open; where a calendar knows nothing, it may be. */
    boolean anyTrades(List<InstrumentId> among, long atMs) {
        return among.stream().anyMatch(id -> trades(id, atMs));
    }

    /** Whether the market of an instrument is open; where its calendar knows nothing, it may be. */
    boolean trades(InstrumentId id, long atMs) {
        TradingCalendar calendar = calendars.apply(instruments.get(id));
        return !calendar.covers(atMs) || calendar.isOpen(atMs);
    }

    /** The instrument that a venue's spelling means, such as {@code BTC-USD}, among those of one connection. */
    Optional<Instrument> spelled(String symbol, List<InstrumentId> among) {
        String bare = symbol.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return among.stream().filter(id -> id.value().equals(bare)).findFirst().map(instruments::get);
    }
}
