/**
 * Pure strategy arithmetic: hits become proposals, proposals compete. May import {@code kernel}, market words and the
 * room's own.
 */
@NullMarked
package org.portcullis.strategy.domain;

import org.jspecify.annotations.NullMarked;
