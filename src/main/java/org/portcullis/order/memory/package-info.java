/**
 * Orders and their lifecycle kept in memory, for runs that end with what they know, such as a backtest. The desk that
 * uses them is the one that trades. May import what the order room may.
 */
@NullMarked
package org.portcullis.order.memory;

import org.jspecify.annotations.NullMarked;
