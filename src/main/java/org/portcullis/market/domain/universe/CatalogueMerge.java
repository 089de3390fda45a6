package org.portcullis.market.domain.universe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.kernel.InstrumentId;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.Listing;
import org.portcullis.market.TradingStatus;
import org.portcullis.market.domain.Spellings;

/**
 * The instruments of the file and of the venue's list as one catalogue. The file wins; where the venue contradicts it,
 * that is a difference. A symbol that the file trades elsewhere is not taken from the list.
 *
 * @param catalogue   all of them
 * @param differences by symbol, in sentences
 * @param statuses    of all that are known
 * @param listedAtMs  where the venue tells it
 * @param ignored     a sentence for each listing that was not taken
 */
public record CatalogueMerge(InstrumentCatalogue catalogue, SortedMap<InstrumentId, List<String>> differences,
        Map<InstrumentId, TradingStatus> statuses, Map<InstrumentId, Long> listedAtMs, List<String> ignored) {

    /**
     * Merges.
     *
     * @param listings what the venues list; empty when nothing was read, then the file stands alone and trades
     * @param accepted whether the venue's terms replace those of the file
     */
    public static CatalogueMerge of(InstrumentCatalogue file, List<Listing> listings, boolean accepted) {
        SortedMap<InstrumentId, Instrument> all = new TreeMap<>(file.instruments());
        CatalogueMerge merge = new CatalogueMerge(file, new TreeMap<>(), new HashMap<>(), new HashMap<>(),
                new ArrayList<>());
        Set<String> venues = new HashSet<>();
        Spellings names = new Spellings();
        file.instruments().values().forEach(names::claim);
        for (Listing listing : listings) {
            venues.add(listing.instrument().venue());
            Instrument known = file.find(listing.instrument().id()).orElse(null);
            if (merge.take(listing, known, accepted, names)) {
                all.put(listing.instrument().id(), known == null ? listing.instrument()
                        : accepted ? withTerms(known, listing) : known);
            }
        }
        // a venue that lists others but not this one does not trade it; a venue that was not asked says nothing
        file.instruments().values().forEach(instrument -> merge.statuses().putIfAbsent(instrument.id(),
                venues.contains(instrument.venue()) ? TradingStatus.OFFLINE : TradingStatus.TRADING));
        return new CatalogueMerge(InstrumentCatalogue.of(all), merge.differences(), merge.statuses(),
                merge.listedAtMs(), merge.ignored());
    }

    private boolean take(Listing listing, @Nullable Instrument known, boolean accepted, Spellings names) {
        InstrumentId id = listing.instrument().id();
        if (known != null && !known.venue().equals(listing.instrument().venue())) {
            ignored.add(id + " of " + listing.instrument().venue() + " is not taken: rules/instruments.yaml"
                    + " trades it at " + known.venue());
            return false;
        }
        Optional<String> taken = known == null ? names.takenBy(listing.instrument()) : Optional.empty();
        if (taken.isPresent()) {
            ignored.add(id + " is not taken: the name " + taken.get());
            return false;
        }
        if (statuses.put(id, listing.status()) != null) {
            differences.put(id, List.of("the venue lists it twice"));
            return false;
        }
        if (listing.listedAtMs() > 0) {
            listedAtMs.put(id, listing.listedAtMs());
        }
        if (known == null) {
            names.claim(listing.instrument());
        }
        List<String> found = known == null || accepted ? List.of() : TermsComparison.between(known, listing);
        if (!found.isEmpty()) {
            differences.put(id, found);
        }
        return true;
    }

    private static Instrument withTerms(Instrument file, Listing listing) {
        Instrument venue = listing.instrument();
        return new Instrument(file.id(), file.venue(), venue.baseCurrency(), venue.quoteCurrency(), venue.tickE8(),
                venue.lotE8(), venue.minimumQuantityE8(), venue.minimumNotionalE8(), venue.multiplierE8(),
                file.makerBasisPoints(), file.takerBasisPoints(), listing.kind(), file.calendar(), file.aliases(),
                listing.kind() == Listing.Kind.FUTURE ? file.roll() : null);
    }
}
