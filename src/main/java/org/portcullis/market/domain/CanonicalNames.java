package org.portcullis.market.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.portcullis.market.ContractMonth;
import org.portcullis.market.Instrument;
import org.portcullis.market.InstrumentCatalogue;
import org.portcullis.market.Listing;
import org.portcullis.market.RollRule;
import org.portcullis.market.SymbolName;
import org.portcullis.market.SymbolNames;

/** The names of one catalogue. */
public final class CanonicalNames implements SymbolNames {

    /** How charts name the front contract of a future. */
    private static final String FRONT = "1!";

    private final Spellings spellings = new Spellings();

    /** @throws IllegalArgumentException when two instruments claim one name */
    public CanonicalNames(InstrumentCatalogue catalogue) {
        catalogue.instruments().values().forEach(spellings::claim);
    }

    @Override
    public Optional<SymbolName> find(String text, long atMs) {
        String name = Spellings.name(text);
        Optional<Instrument> whole = spellings.owner(name);
        Optional<SymbolName> found = whole.isPresent() ? Optional.of(new SymbolName(whole.get().id(), null))
                : future(name, atMs);
        String exchange = Spellings.exchange(text);
        return found.filter(meant -> spellings.owner(meant.instrument().value())
                .filter(owner -> spellings.tradedOn(owner, exchange)).isPresent());
    }

    /** The longest root first, so that a root that begins like another is not taken for it. */
    private Optional<SymbolName> future(String name, long atMs) {
        for (int end = name.length() - 1; end > 0; end--) {
            Optional<Instrument> root = spellings.owner(name.substring(0, end))
                    .filter(owner -> owner.kind() == Listing.Kind.FUTURE);
            if (root.isPresent()) {
                return contract(root.get(), name.substring(end), atMs);
            }
        }
        return Optional.empty();
    }

    private static Optional<SymbolName> contract(Instrument future, String suffix, long atMs) {
        if (suffix.equals(FRONT)) {
            return Optional.of(new SymbolName(future.id(), null));
        }
        LocalDate today = Instant.ofEpochMilli(atMs).atOffset(ZoneOffset.UTC).toLocalDate();
        RollRule roll = future.roll();
        return ContractMonth.parse(future.id().value(), suffix, today)
                .filter(month -> roll == null || roll.months().indexOf(RollRule.CODES.charAt(month.month() - 1)) >= 0)
                .map(month -> new SymbolName(future.id(), month));
    }
}
