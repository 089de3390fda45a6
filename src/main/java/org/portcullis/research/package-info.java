/**
 * Whether it would have worked: backtest, replay, cost models, comparison, and models that learn from the past. Runs
 * the real rooms; has no trading path of its own. May import the rooms left of it.
 */
@NullMarked
package org.portcullis.research;

import org.jspecify.annotations.NullMarked;
