package org.portcullis.market;

import java.io.IOException;
import java.util.List;

/** Where the venue's own list of instruments comes from (S2-OM5); implemented by the venue room. */
@FunctionalInterface
public interface ListingSource {

    /**
     * Reads the whole list.
     *
     * @throws IOException when it cannot be had
     */
    List<Listing> listings() throws IOException;
}
