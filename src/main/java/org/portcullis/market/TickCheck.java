package org.portcullis.market;

import org.portcullis.kernel.InstrumentId;

/**
 * Everything the guard rules may know about one trade or quote, taken once before any of them looks.
 *
 * @param instrument     whose tick
 * @param lowestPrice    price of the trade; the lower of bid and ask of a quote
 * @param lowestQuantity quantity of the trade; the smaller of both sides' of a quote, in base units
 * @param sides          sides of a quote that have a price, 0 to 2; 2 for a trade
 * @param crossedBy      bid minus ask of a quote; minus the price for a trade, which crosses nothing
 * @param spreadPct      distance between bid and ask in percent of their middle; 0 for a trade
 * @param quoteAgeMs     age of a quote at receipt, by the venue's clock, in milliseconds; 0 for a trade
 * @param ageMs          age at receipt, by the venue's clock, in milliseconds; negative from the future
 * @param aheadMs        how far it lies in the future at receipt, in milliseconds; negative from the past
 * @param deviationPct   distance of the price (the middle of a quote) from the last believed one of its kind, in
 *         percent of that; 0 when there is none to compare with
 * @param volumeRatio    what was traded near this price since it was first refused, this trade included, over the mean
 *                       volume of a minute; 0 when there is no mean yet, and for a quote
 * @param agreeingTicks  ticks of its kind directly before it that were refused as outliers near this price
 */
public record TickCheck(InstrumentId instrument, double lowestPrice, double lowestQuantity, int sides,
        double crossedBy, double spreadPct, long quoteAgeMs, long ageMs, long aheadMs, double deviationPct,
        double volumeRatio, int agreeingTicks) {
}
