package org.portcullis.market.adapter.store;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.yaml.YamlTable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.Listing;
import org.portcullis.market.RollRule;
import org.portcullis.market.domain.Spellings;

/** Reads {@code rules/instruments.yaml}. */
public final class InstrumentFile {

    private InstrumentFile() {
    }

    /** One entry as it stands in the file; what it leaves out is as for a spot instrument. */
    record Entry(String venue, String base, String quote, BigDecimal tick, BigDecimal lot, BigDecimal minimumQuantity,
            BigDecimal minimumNotional, BigDecimal multiplier, int makerBasisPoints, int takerBasisPoints,
            @JsonProperty @Nullable String kind, @JsonProperty @Nullable String calendar,
            @JsonProperty @Nullable List<String> aliases, @JsonProperty @Nullable Roll roll) {
    }

    /** A roll rule as it stands in the file. */
    record Roll(String months, String how, int days) {
    }

    /**
     * Reads every instrument.
     *
     * @throws IllegalArgumentException naming file and line, when the file cannot be used
     */
    public static InstrumentCatalogue read(Path file) {
        SortedMap<InstrumentId, Instrument> instruments = new TreeMap<>();
        Spellings spellings = new Spellings();
        YamlTable.read(file, "instruments", Entry.class, (symbol, entry) -> {
            Instrument instrument = instrument(symbol, entry);
            spellings.claim(instrument);
            return instrument;
        }).forEach((name, instrument) -> instruments.put(instrument.id(), instrument));
        return new InstrumentCatalogue(instruments);
    }

    private static Instrument instrument(String symbol, Entry entry) {
        return new Instrument(new InstrumentId(symbol), entry.venue(), entry.base(), entry.quote(), e8(entry.tick()),
                e8(entry.lot()), e8(entry.minimumQuantity()), e8(entry.minimumNotional()), e8(entry.multiplier()),
                entry.makerBasisPoints(), entry.takerBasisPoints(),
                entry.kind() == null ? Listing.Kind.SPOT : choice(Listing.Kind.values(), entry.kind()),
                entry.calendar() == null ? Instrument.ALWAYS : entry.calendar(),
                entry.aliases() == null ? Set.of() : Set.copyOf(entry.aliases()), roll(entry.roll()));
    }

    private static @Nullable RollRule roll(@Nullable Roll roll) {
        return roll == null ? null
                : new RollRule(roll.months(), choice(RollRule.How.values(), roll.how()), roll.days());
    }

    private static <E extends Enum<E>> E choice(E[] choices, String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(choices).filter(choice -> choice.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text + " is none of "
                        + Arrays.toString(choices).toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static long e8(BigDecimal number) {
        return FixedPoint.parse(number.toPlainString());
    }
}
