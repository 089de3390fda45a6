/** Reads the strategy room's files: which strategies there are, and the parameters of each pack. */
@NullMarked
package org.portcullis.strategy.adapter.store;

import org.jspecify.annotations.NullMarked;
