package org.portcullis.risk;

import java.time.Instant;

/**
 * Who let trading go on after a kill.
 *
 * @param by who
 * @param reason why, in words
 * @param at when
 */
public record KillRearm(String by, String reason, Instant at) {
}
