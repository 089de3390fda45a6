package org.portcullis.market.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.InstrumentCatalogue;

/**
 * What the name of a file of bars tells: {@code binance-spot_BTCUSDT_1m_any-note.csv.gz}, {@code BTCUSDT-1m.csv},
 * {@code BTC-USD.csv} or {@code ES-202003_1m.csv}.
 *
 * @param symbols  possible symbols, the likeliest first
 * @param interval bar length as written, such as {@code 15m}; empty when the name tells none
 */
public record BarName(java.util.List<String> symbols, String interval) {

    private static final Pattern ENDING = Pattern.compile("\\.csv(\\.gz)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern INTERVAL = Pattern.compile("(?:^|[_-])(\\d{1,3}(?:s|m|h|d|w))(?=$|[_-])");

    /** Reads a file name, without folder. */
    public static BarName of(String fileName) {
        String stem = ENDING.matcher(fileName).replaceFirst("");
        Matcher interval = INTERVAL.matcher(stem);
        String told = interval.find() ? interval.group(1) : "";
        String bare = told.isEmpty() ? stem : INTERVAL.matcher(stem).replaceFirst("");
        String[] parts = bare.split("_");
        // venue_SYMBOL_note, or only SYMBOL
        String symbol = parts.length > 1 ? parts[1] : parts[0];
        String upper = symbol.toUpperCase(Locale.ROOT);
        String first = parts[0].toUpperCase(Locale.ROOT);
        return new BarName(java.util.List.of(upper.replace("-", ""), upper.split("-")[0], first), told);
    }

    /** True for the names this reader takes for files of bars. */
    public static boolean isBarFile(String fileName) {
        return ENDING.matcher(fileName).find();
    }

    /** The first possible symbol that the catalogue knows. */
    public Optional<InstrumentId> instrument(InstrumentCatalogue catalogue) {
        return symbols.stream().filter(symbol -> symbol.matches("[A-Z0-9]{2,30}")).map(InstrumentId::new)
                .filter(id -> catalogue.find(id).isPresent()).findFirst();
    }
}
