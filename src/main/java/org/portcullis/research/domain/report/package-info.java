/** What a backtest comes to: figures of its trades and of its equity, and whether two runs agree. Pure. */
@NullMarked
package org.portcullis.research.domain.report;

import org.jspecify.annotations.NullMarked;
