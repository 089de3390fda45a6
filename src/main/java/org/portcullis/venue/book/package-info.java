/**
 * A venue's order book kept on our side, and how it stays in step with the venue. Pure. May use the kernel and the
 * words of {@code venue.stream}.
 */
@NullMarked
package org.portcullis.venue.book;

import org.jspecify.annotations.NullMarked;
