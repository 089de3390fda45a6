package org.portcullis.risk.domain.exit;

/**
 * The end of the session in which an instrument trades.
 *
 * @param msToClose milliseconds of event time until it; zero when the session is over
 */
public record SessionEnd(long msToClose) {
}
