/**
 * The backtest: threads that walk bars through market and strategies, and one desk that judges, fills and books what
 * they propose, in the order of the running application. Holds no rule of trading. May import what the research room
 * may.
 */
@NullMarked
package org.portcullis.research.backtest;

import org.jspecify.annotations.NullMarked;
