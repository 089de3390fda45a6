package org.portcullis.market;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.policy.Policy;
import org.portcullis.market.universe.VenueCatalogue;

/**
 * The catalogue of the file, compared again and again with what the venue says of itself (S2-OM5). A symbol whose terms
 * differ is not traded until the file follows or the policy accepts the venue's.
 */
public interface CatalogueDesk extends TradingStatusView {

    /**
     * A desk that was not at the venue yet.
     *
     * @param file   {@code rules/instruments.yaml}
     * @param plan   names the fallback symbols
     * @param source the venue's list; nothing when no venue is asked, as in a replay
     * @param policy gives the policy in force
     */
    static CatalogueDesk of(InstrumentCatalogue file, UniversePlan plan, @Nullable ListingSource source,
            Supplier<Policy> policy) {
        return new VenueCatalogue(file, plan, source, policy);
    }

    /** The catalogue now. */
    CatalogueState state();

    /**
     * Reads the venue's list if it is time to, and says what became of it.
     *
     * @param nowMs wall clock, UTC milliseconds
     */
    CatalogueState refresh(long nowMs);

    /**
     * Takes a status that the venue announces between two readings: a narrower one than the list's counts at once, a
     * wider one when the list says so too. Any thread.
     */
    void onStatus(StatusUpdate update);
}
