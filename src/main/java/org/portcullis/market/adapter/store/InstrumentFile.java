package org.portcullis.market.adapter.store;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.engine.yaml.YamlTable;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;

/** Reads {@code rules/instruments.yaml}. */
public final class InstrumentFile {

    private InstrumentFile() {
    }

    /** One entry as it stands in the file. */
    record Entry(String venue, String base, String quote, BigDecimal tick, BigDecimal lot, BigDecimal minimumQuantity,
            BigDecimal minimumNotional, BigDecimal multiplier, int makerBasisPoints, int takerBasisPoints) {
    }

    /**
     * Reads every instrument.
     *
     * @throws IllegalArgumentException naming file and line, when the file cannot be used
     */
    public static InstrumentCatalogue read(Path file) {
        SortedMap<InstrumentId, Instrument> instruments = new TreeMap<>();
        YamlTable.read(file, "instruments", Entry.class, InstrumentFile::instrument)
                .forEach((name, instrument) -> instruments.put(instrument.id(), instrument));
        return new InstrumentCatalogue(instruments);
    }

    private static Instrument instrument(String symbol, Entry entry) {
        return new Instrument(new InstrumentId(symbol), entry.venue(), entry.base(), entry.quote(), e8(entry.tick()),
                e8(entry.lot()), e8(entry.minimumQuantity()), e8(entry.minimumNotional()), e8(entry.multiplier()),
                entry.makerBasisPoints(), entry.takerBasisPoints());
    }

    private static long e8(BigDecimal number) {
        return FixedPoint.parse(number.toPlainString());
    }
}
