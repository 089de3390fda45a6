package org.portcullis.signal.adapter.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.signal.SymbolBook;
import org.portcullis.signal.domain.TickerText;

/** Finds instruments by our aliases first, then by the symbols of the catalogue, from the most exact spelling on. */
public final class TickerSymbols implements SymbolBook {

    private final Supplier<Map<String, InstrumentId>> aliases;
    private final Predicate<InstrumentId> listed;

    /**
     * @param aliases instruments by ticker, in force now
     * @param listed  whether an instrument is in the catalogue; nothing else is ever found
     */
    public TickerSymbols(Supplier<Map<String, InstrumentId>> aliases, Predicate<InstrumentId> listed) {
        this.aliases = aliases;
        this.listed = listed;
    }

    /** Our aliases, and beside them those of the catalogue; where both know a ticker, ours count. */
    public static TickerSymbols of(Supplier<Map<String, InstrumentId>> ours, InstrumentCatalogue catalogue) {
        Map<String, InstrumentId> listed = new HashMap<>();
        catalogue.instruments().values().forEach(instrument ->
                instrument.aliases().forEach(alias -> listed.put(alias, instrument.id())));
        return new TickerSymbols(() -> {
            Map<String, InstrumentId> all = new HashMap<>(listed);
            all.putAll(ours.get());
            return all;
        }, id -> catalogue.find(id).isPresent());
    }

    @Override
    public Optional<InstrumentId> find(String ticker) {
        Map<String, InstrumentId> known = aliases.get();
        for (String spelling : TickerText.spellings(ticker)) {
            InstrumentId alias = known.get(spelling);
            if (alias != null) {
                return Optional.of(alias).filter(listed);
            }
        }
        return TickerText.spellings(ticker).stream().filter(spelling -> spelling.matches("[A-Z0-9]{2,30}"))
                .map(InstrumentId::new).filter(listed).findFirst();
    }
}
