/** Sessions, trading days and the chain of a future's contracts. May import {@code kernel} and the room's words. */
@NullMarked
package org.portcullis.market.domain.calendar;

import org.jspecify.annotations.NullMarked;
