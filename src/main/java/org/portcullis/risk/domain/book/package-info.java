/**
 * What an entry would meet between two bars: spread, depth and the price of its whole size; pure. May import {@code
 * java.*}, kernel and the words and domain of this room.
 */
@NullMarked
package org.portcullis.risk.domain.book;

import org.jspecify.annotations.NullMarked;
