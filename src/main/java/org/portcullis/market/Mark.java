package org.portcullis.market;

import org.portcullis.kernel.InstrumentId;

/**
 * The last believed price of an instrument.
 *
 * @param instrument  whose price it is
 * @param closeE8     last price, in 10<sup>-8</sup> of the quote currency; positive
 * @param atrE8       average true range, in 10<sup>-8</sup> of the quote currency; 0 until the series is long enough
 * @param volumeE8    traded amount of that bar, in 10<sup>-8</sup> base units
 * @param eventTimeMs close time of that bar, UTC milliseconds
 */
public record Mark(InstrumentId instrument, long closeE8, long atrE8, long volumeE8, long eventTimeMs) {
}
