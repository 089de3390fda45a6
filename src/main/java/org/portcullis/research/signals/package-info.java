/**
 * What strategies would have proposed over history, before any desk, and what the price did after. A second door of the
 * room beside backtests. May import what the research room may.
 */
@NullMarked
package org.portcullis.research.signals;

import org.jspecify.annotations.NullMarked;
