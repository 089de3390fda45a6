/**
 * The facts that risk rules judge and the arithmetic behind them; pure. May import {@code java.*}, kernel and the
 * words of this room.
 */
@NullMarked
package org.portcullis.risk.domain;

import org.jspecify.annotations.NullMarked;
