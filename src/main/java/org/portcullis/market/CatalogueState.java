package org.portcullis.market;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portcullis.kernel.InstrumentId;

/**
 * The catalogue after a look at the venue's list.
 *
 * @param catalogue   every instrument that is known, those of the file and those that the venue lists
 * @param source      where discovery stands
 * @param considered  the symbols that the universe is chosen from
 * @param differences what differs between venue and file, by symbol; such a symbol is not traded
 * @param statuses    what the venue lets one do; what is missing was never listed
 * @param listedAtMs  when the venue gave the symbol its listing, by symbol, UTC milliseconds; only where it tells
 * @param readAtMs    when the venue's list was last read, UTC milliseconds; 0 when never
 * @param said        what a person should know about it; empty when all is well
 */
public record CatalogueState(InstrumentCatalogue catalogue, Source source, List<InstrumentId> considered,
        SortedMap<InstrumentId, List<String>> differences, Map<InstrumentId, TradingStatus> statuses,
        Map<InstrumentId, Long> listedAtMs, long readAtMs, List<String> said) {

    /** Where discovery stands. */
    public enum Source {
        /** No venue is asked: what the file lists is all there is. */
        FILE,
        /** The venue's list is fresh. */
        VENUE,
        /** The last reading failed; the list before it goes on for a while. */
        LAST_KNOWN,
        /** The list is too old or never came: only the fallback symbols are considered (S1-14). */
        FALLBACK
    }

    public CatalogueState {
        Objects.requireNonNull(catalogue, "catalogue");
        Objects.requireNonNull(source, "source");
        considered = considered.stream().sorted().toList();
        differences = Collections.unmodifiableSortedMap(new TreeMap<>(differences));
        statuses = Map.copyOf(statuses);
        listedAtMs = Map.copyOf(listedAtMs);
        said = List.copyOf(said);
    }
}
