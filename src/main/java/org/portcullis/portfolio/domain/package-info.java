/**
 * The arithmetic of positions and the identity that every account keeps; pure. May import {@code java.*}, kernel and
 * the words of this room.
 */
@NullMarked
package org.portcullis.portfolio.domain;

import org.jspecify.annotations.NullMarked;
