package org.portcullis.market;

import org.portcullis.kernel.InstrumentId;

/** One thing a venue said about an instrument, already in our units and symbols. It may be bad: guards look at it. */
public sealed interface MarketEvent permits Trade, Quote, VenueBar, FundingUpdate, StatusUpdate {

    /** What it is about. */
    InstrumentId instrument();

    /** When it happened by the venue's clock, UTC milliseconds. */
    long timeMs();
}
