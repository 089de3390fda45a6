/**
 * Price structure: gaps, swings, breaks, order blocks, equal levels, ranges of days and sessions, bar by bar and
 * without looking ahead. May import {@code kernel}, the room's words, its indicators and {@code market.domain.pool}.
 */
@NullMarked
package org.portcullis.market.domain.structure;

import org.jspecify.annotations.NullMarked;
