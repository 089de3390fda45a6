package org.portcullis.risk.domain.book;

import org.portcullis.kernel.Percent;

/**
 * What an entry may meet (S2-OM4).
 *
 * @param required whether it needs a book; otherwise what is not known is not judged
 * @param spreadMax widest distance of the best prices, in percent of their middle
 * @param depthTimesE8 what must wait near the middle as a multiple of the order's worth, in 10<sup>-8</sup>
 * @param slippageMax how far from the middle the mean price of the whole size may lie, in percent of it
 */
public record BookLimits(boolean required, Percent spreadMax, long depthTimesE8, Percent slippageMax) {
}
