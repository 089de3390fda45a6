/**
 * Exits: what protects an open position and when it is closed. Every believed bar is compared with the protections by
 * the rules of {@code rules/risk/exits.drl}; what is due becomes a proposal that the desk judges like any other. May
 * import {@code engine.policy}, {@code engine.ids}, {@code market}, {@code strategy} and the risk room's words.
 */
@NullMarked
package org.portcullis.risk.exit;

import org.jspecify.annotations.NullMarked;
