/**
 * The risk room over memory: the desk, its gates, breakers and exits as they trade, on books that end with the run,
 * such as a backtest. Only the books are other ones. May import what the risk room may.
 */
@NullMarked
package org.portcullis.risk.memory;

import org.jspecify.annotations.NullMarked;
