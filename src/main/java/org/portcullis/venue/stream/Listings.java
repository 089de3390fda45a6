package org.portcullis.venue.stream;

import java.util.List;
import org.portcullis.market.Listing;

/**
 * What a venue lists at a moment.
 *
 * @param listings the instruments that we could read, in the venue's order
 * @param refused  one line for each that we could not, with the reason
 */
public record Listings(List<Listing> listings, List<String> refused) {

    public Listings {
        listings = List.copyOf(listings);
        refused = List.copyOf(refused);
    }
}
