/**
 * Pure market arithmetic: indicators, series, line reading, generated bars. May import {@code kernel} and the room's
 * words.
 */
@NullMarked
package org.portcullis.market.domain;

import org.jspecify.annotations.NullMarked;
