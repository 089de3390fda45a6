/**
 * What stands in for database transactions where everything is kept in memory and ends with the run, as in a
 * backtest.
 */
@NullMarked
package org.portcullis.engine.memory;

import org.jspecify.annotations.NullMarked;
