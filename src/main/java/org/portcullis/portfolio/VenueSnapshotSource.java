package org.portcullis.portfolio;

import java.util.List;
import org.portcullis.kernel.ClientOrderId;

/** The question of the portfolio to a venue: what are we in your books? (S1-13: one question a comparison) */
public interface VenueSnapshotSource {

    /** Name of the venue, part of the identity of its fills. */
    String venue();

    /**
     * What the account is at the venue.
     *
     * @param sinceMs fills after this moment are told one by one, UTC milliseconds
     * @param untilMs positions, cash and fills are those of this moment; later fills are left out
     * @param about orders of ours of which it shall tell everything
     * @throws RuntimeException when the venue does not answer
     */
    VenueSnapshot snapshot(long sinceMs, long untilMs, List<ClientOrderId> about);
}
