package org.portcullis.market;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.adapter.store.InstrumentFile;

/**
 * Every instrument the platform knows; what is not listed cannot be traded or replayed.
 *
 * @param instruments by canonical symbol, in alphabetical order
 */
public record InstrumentCatalogue(SortedMap<InstrumentId, Instrument> instruments) {

    public InstrumentCatalogue {
        instruments = Collections.unmodifiableSortedMap(new TreeMap<>(instruments));
    }

    /**
     * Reads {@code rules/instruments.yaml}.
     *
     * @throws IllegalArgumentException when it cannot be used, with file and line of every fault
     */
    public static InstrumentCatalogue read(Path file) {
        return InstrumentFile.read(file);
    }

    /** A catalogue of these instruments. */
    public static InstrumentCatalogue of(Map<InstrumentId, Instrument> instruments) {
        return new InstrumentCatalogue(new TreeMap<>(instruments));
    }

    public Optional<Instrument> find(InstrumentId id) {
        return Optional.ofNullable(instruments.get(id));
    }

    /**
     * The instrument of that symbol.
     *
     * @throws IllegalArgumentException when it is not listed
     */
    public Instrument require(InstrumentId id) {
        Instrument found = instruments.get(id);
        if (found == null) {
            throw new IllegalArgumentException(id + " is not in rules/instruments.yaml; add it there");
        }
        return found;
    }
}
