package org.portcullis.market.domain;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.market.Listing;

/**
 * Who may be meant by a name. Separators and capitals make no difference; what two instruments claim is refused, so
 * that no name can ever mean two things (S2-D2).
 */
public final class Spellings {

    /** The longest text that is looked at; nothing that is traded has a longer name. */
    private static final int LONGEST = 64;
    private static final Pattern SEPARATORS = Pattern.compile("[-/_\\s]");

    private final Map<String, Instrument> owners = new HashMap<>();
    private final Map<InstrumentId, Set<String>> exchanges = new HashMap<>();

    /**
     * Registers all names of an instrument.
     *
     * @throws IllegalArgumentException when another instrument has one of them
     */
    public void claim(Instrument instrument) {
        takenBy(instrument).ifPresent(taken -> {
            throw new IllegalArgumentException("the name " + taken + "; a name means one instrument");
        });
        names(instrument).forEach(name -> owners.put(name, instrument));
        Set<String> said = new TreeSet<>(Set.of(exchangeOf(instrument.venue())));
        instrument.aliases().stream().filter(alias -> alias.indexOf(':') > 0)
                .forEach(alias -> said.add(alias.substring(0, alias.indexOf(':')).toUpperCase(Locale.ROOT)));
        exchanges.put(instrument.id(), said);
    }

    /** Which name of it already means what, such as {@code BTCUSD already means BTCUSD}; nothing when all are free. */
    public Optional<String> takenBy(Instrument instrument) {
        for (String name : names(instrument)) {
            Instrument other = owners.get(name);
            if (other != null && !other.id().equals(instrument.id())) {
                return Optional.of(name + " already means " + other.id());
            }
        }
        return Optional.empty();
    }

    private static Set<String> names(Instrument instrument) {
        Set<String> names = new TreeSet<>(Set.of(instrument.id().value()));
        if (instrument.kind() == Listing.Kind.SPOT) {
            names.add(plain(instrument.baseCurrency() + instrument.quoteCurrency()));
        }
        if (instrument.kind() == Listing.Kind.PERPETUAL) {
            names.add(plain(instrument.baseCurrency() + instrument.quoteCurrency()) + ".P");
        }
        instrument.aliases().forEach(alias -> names.add(plain(alias.substring(alias.indexOf(':') + 1))));
        return names;
    }

    /** The instrument of that name without its exchange; nothing when nobody has claimed it. */
    public Optional<Instrument> owner(String name) {
        return Optional.ofNullable(owners.get(name));
    }

    /** Whether an instrument may be named with this exchange before a colon; no exchange is always fine. */
    public boolean tradedOn(Instrument instrument, String exchange) {
        return exchange.isEmpty() || exchanges.getOrDefault(instrument.id(), Set.of()).contains(exchange);
    }

    /** The exchange before the colon, in capitals; empty when there is none. */
    public static String exchange(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? "" : text.substring(0, colon).strip().toUpperCase(Locale.ROOT);
    }

    /** The name without exchange and separators, in capitals; empty when it is too long to be one. */
    public static String name(String text) {
        return text.length() > LONGEST ? "" : plain(text.substring(text.indexOf(':') + 1));
    }

    private static String plain(String name) {
        return SEPARATORS.matcher(name.strip().toUpperCase(Locale.ROOT)).replaceAll("");
    }

    /** {@code coinbase-spot} is the exchange {@code COINBASE}. */
    private static String exchangeOf(String venue) {
        int dash = venue.indexOf('-');
        return (dash < 0 ? venue : venue.substring(0, dash)).toUpperCase(Locale.ROOT);
    }
}
