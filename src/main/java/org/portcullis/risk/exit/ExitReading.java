package org.portcullis.risk.exit;

import org.portcullis.kernel.Percent;

/**
 * What one exit rule compared.
 *
 * @param actualE8 what was found, in 10<sup>-8</sup> of the reason's unit
 * @param limitE8 what it was compared with
 * @param due whether the position is to be closed
 * @param share how much of it, in percent
 */
public record ExitReading(ExitReason reason, long actualE8, long limitE8, boolean due, Percent share) {
}
