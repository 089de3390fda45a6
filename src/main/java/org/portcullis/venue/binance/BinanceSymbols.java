package org.portcullis.venue.binance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;

/** How Binance writes our instruments: {@code BTCUSDT}; with an underscore before the day a future ends. */
final class BinanceSymbols {

    private final Map<String, InstrumentId> ours = new HashMap<>();

    BinanceSymbols(List<Instrument> instruments) {
        instruments.forEach(instrument -> ours.put(of(instrument), instrument.id()));
    }

    /** Which of the instruments a symbol means, if any. */
    Optional<InstrumentId> find(String symbol) {
        return Optional.ofNullable(ours.get(symbol));
    }

    /** Binance's symbol of an instrument: {@code BTCUSDT261225} is {@code BTCUSDT_261225} there. */
    static String of(Instrument instrument) {
        String id = instrument.id().value();
        String pair = instrument.baseCurrency() + instrument.quoteCurrency();
        return id.length() == pair.length() + 6 && id.startsWith(pair) ? pair + "_" + id.substring(pair.length()) : id;
    }
}
