package org.portcullis.signal;

/**
 * Everything the intake rules may know about one signal, taken once before any of them looks.
 *
 * @param ageMs        receipt minus the time it was fired, in milliseconds; negative when it was fired ahead of us; of
 *                     one that tells only its bar: receipt minus the end of that bar, at least 0
 * @param aheadMs      the time it was fired minus receipt, in milliseconds; negative for a signal of the past; of one
 *                     that tells only its bar: the begin of that bar minus receipt
 * @param instruments  how many instruments its ticker leads to: 1, or 0 when it is unknown
 * @param delayedFeeds 1 when its exchange is named as a delayed one, else 0
 * @param deviationPct distance of its price from the last believed one, in percent of that; 0 when there is none that
 *                     is young enough, or the signal tells no price
 */
public record SignalCheck(long ageMs, long aheadMs, int instruments, int delayedFeeds, double deviationPct) {
}
