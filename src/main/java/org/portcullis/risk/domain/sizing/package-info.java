/**
 * How large an entry may be beyond what caps permit: the strategy's own record, volatility, margin and fees; pure. May
 * import {@code java.*}, kernel and the words of this room.
 */
@NullMarked
package org.portcullis.risk.domain.sizing;

import org.jspecify.annotations.NullMarked;
