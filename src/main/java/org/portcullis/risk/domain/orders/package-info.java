/**
 * Controls on each single order and on their flow; pure. May import {@code java.*}, kernel and the words and domain of
 * this room.
 */
@NullMarked
package org.portcullis.risk.domain.orders;

import org.jspecify.annotations.NullMarked;
