package org.portcullis.market;

import org.portcullis.kernel.InstrumentId;

/**
 * Minutes that are over and that we did not hear wholly: the venue is to be asked for its own bars.
 *
 * @param instrument whose bars
 * @param fromMs     first minute wanted, UTC milliseconds
 * @param toMs       first minute not wanted any more, UTC milliseconds
 */
public record BarsWanted(InstrumentId instrument, long fromMs, long toMs) {
}
