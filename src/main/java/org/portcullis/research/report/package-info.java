/**
 * Reports of backtests: written as JSON and as a page, and set beside each other. A second door of the room, so that
 * running a backtest and reading what it came to stay apart. May import the words of the research room and of rooms to
 * its left.
 */
@NullMarked
package org.portcullis.research.report;

import org.jspecify.annotations.NullMarked;
