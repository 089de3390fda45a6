/**
 * The desks behind {@link org.portcullis.market.CatalogueDesk} and {@link org.portcullis.market.UniverseDesk}: they
 * keep what was seen of the market and judge again from time to time. May import {@code kernel}, {@code engine} and
 * the room's words and domain.
 */
@NullMarked
package org.portcullis.market.universe;

import org.jspecify.annotations.NullMarked;
