package org.portcullis.market.domain.universe;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.kernel.FixedPoint;
import org.portcullis.market.Instrument;
import org.portcullis.market.Listing;

/** What differs between how the file and the venue say that an instrument trades. */
public final class TermsComparison {

    private final List<String> differences = new ArrayList<>();

    private TermsComparison() {
    }

    /** A sentence for each difference; empty when they agree. Fees are not compared: they are the account's. */
    public static List<String> between(Instrument file, Listing venue) {
        TermsComparison comparison = new TermsComparison();
        Instrument listed = venue.instrument();
        comparison.of("tick", file.tickE8(), listed.tickE8());
        comparison.of("lot", file.lotE8(), listed.lotE8());
        comparison.of("minimum quantity", file.minimumQuantityE8(), listed.minimumQuantityE8());
        comparison.of("minimum notional", file.minimumNotionalE8(), listed.minimumNotionalE8());
        comparison.of("multiplier", file.multiplierE8(), listed.multiplierE8());
        comparison.of("base", file.baseCurrency(), listed.baseCurrency());
        comparison.of("quote", file.quoteCurrency(), listed.quoteCurrency());
        comparison.of("kind", file.kind().name(), venue.kind().name());
        return comparison.differences;
    }

    private void of(String what, long file, long venue) {
        of(what, FixedPoint.format(file), FixedPoint.format(venue));
    }

    private void of(String what, String file, String venue) {
        if (!file.equals(venue)) {
            differences.add(what + " is " + file + " in rules/instruments.yaml and " + venue + " at the venue");
        }
    }
}
