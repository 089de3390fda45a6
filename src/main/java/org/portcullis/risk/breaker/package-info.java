/**
 * Circuit breakers (S4-M10): what stops trading by itself, how far, and who may let it go on. A breaker trips from a
 * measure that a rule of {@code rules/risk/tripping.drl} compares with its limit; it stays tripped over restarts until
 * its time is over or a person re-arms it. May import {@code engine.policy}, {@code engine.ids} and the risk room's
 * words.
 */
@NullMarked
package org.portcullis.risk.breaker;

import org.jspecify.annotations.NullMarked;
