package org.portcullis.venue.adapter.stream;

import java.io.IOException;
import java.util.List;
import org.portcullis.market.Listing;
import org.portcullis.market.ListingSource;
import org.portcullis.venue.stream.HistoryClient;
import org.portcullis.venue.stream.Listings;
import org.portcullis.venue.stream.VenueHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The venue's own list of instruments, fetched from its public REST side. */
final class VenueListings implements ListingSource {

    private static final Logger LOG = LoggerFactory.getLogger(VenueListings.class);

    private final VenueHistory history;
    private final HistoryClient client;
    private int refusedBefore;

    VenueListings(VenueHistory history, HistoryClient client) {
        this.history = history;
        this.client = client;
    }

    @Override
    public List<Listing> listings() throws IOException {
        try {
            Listings read = history.readListings(client.get(history.listings(), history.listingHeaders()));
            sayRefused(read.refused());
            return read.listings();
        } catch (IllegalArgumentException unreadable) {
            throw new IOException("the venue's list cannot be read", unreadable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while the venue's list was fetched", interrupted);
        }
    }

    /** Said only when their number changes: the list is read every few minutes. */
    private synchronized void sayRefused(List<String> refused) {
        if (refused.size() != refusedBefore) {
            LOG.warn("{} listings of the venue cannot be used, the first: {}", refused.size(),
                    refused.isEmpty() ? "none" : refused.get(0));
            refusedBefore = refused.size();
        }
    }
}
