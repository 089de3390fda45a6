package org.portcullis.risk.domain;

/**
 * What is left of the symbol's rests, in milliseconds of event time.
 *
 * @param failureMs after a failed order
 * @param fillMs after a fill
 * @param stopMs after a losing exit
 * @param leftMsMax how much may be left when an entry is made
 */
public record Cooling(long failureMs, long fillMs, long stopMs, long leftMsMax) {
}
