/**
 * What kind of market it is: measures, the state between bars, and the clock of trading places. May import
 * {@code kernel}, the room's words and its indicators.
 */
@NullMarked
package org.portcullis.market.domain.regime;

import org.jspecify.annotations.NullMarked;
