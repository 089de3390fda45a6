/** Models and their cards, and reports of backtests, in files. */
@NullMarked
package org.portcullis.research.adapter.store;

import org.jspecify.annotations.NullMarked;
