/**
 * What an account commits by theme, by venue and as a whole; pure. May import {@code java.*}, kernel and the words and
 * domain of this room.
 */
@NullMarked
package org.portcullis.risk.domain.exposure;

import org.jspecify.annotations.NullMarked;
