/**
 * Liquidity pools: their explicit state map, their walk over bars, their rebuilding from steps. May import {@code
 * kernel} and the room's words.
 */
@NullMarked
package org.portcullis.market.domain.pool;

import org.jspecify.annotations.NullMarked;
