package org.portcullis.portfolio;

import org.portcullis.kernel.InstrumentId;

/** A fill was booked for the first time. */
public record FillBooked(String venueTradeId, InstrumentId instrument) {
}
