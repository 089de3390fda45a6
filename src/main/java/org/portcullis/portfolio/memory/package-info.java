/**
 * Accounts and fills kept in memory, for runs that end with what they know, such as a backtest. Money is booked by the
 * same positions as in the ledger. May import what the portfolio room may.
 */
@NullMarked
package org.portcullis.portfolio.memory;

import org.jspecify.annotations.NullMarked;
