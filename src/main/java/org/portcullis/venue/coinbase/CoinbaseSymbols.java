package org.portcullis.venue.coinbase;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;

/**
 * How Coinbase writes our instruments: {@code BTC-USD}. A pair against USDC is another name of the pair against USD
 * and is heard under that one; we hear it as the pair that was asked for, unless both were.
 */
final class CoinbaseSymbols {

    /** What follows the contract code of a future: day of its end, exchange. */
    private static final Pattern FUTURE = Pattern.compile("(\\d{2}[A-Z]{3}\\d{2})([A-Z]{3})");

    private final Map<String, InstrumentId> ours = new HashMap<>();

    CoinbaseSymbols(List<Instrument> instruments) {
        instruments.forEach(instrument -> ours.put(of(instrument), instrument.id()));
        instruments.stream().filter(instrument -> instrument.quoteCurrency().equals("USDC"))
                .forEach(instrument -> ours.putIfAbsent(instrument.baseCurrency() + "-USD", instrument.id()));
    }

    /** Which of the instruments a product means, if any. */
    Optional<InstrumentId> find(String product) {
        return Optional.ofNullable(ours.get(product));
    }

    /** Coinbase's product of an instrument: {@code BTC-USD}, {@code BIP-20DEC30-CDE}. */
    static String of(Instrument instrument) {
        String id = instrument.id().value();
        String base = instrument.baseCurrency();
        Matcher future = FUTURE.matcher(id.startsWith(base) ? id.substring(base.length()) : "");
        return future.matches() ? base + "-" + future.group(1) + "-" + future.group(2)
                : base + "-" + instrument.quoteCurrency();
    }
}
