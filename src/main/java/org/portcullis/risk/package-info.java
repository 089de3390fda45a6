/**
 * The desk: sizes and judges every proposal and records what it compared. No order leaves unjudged. May import kernel,
 * engine, journal, market, signal, strategy.
 */
@NullMarked
package org.portcullis.risk;

import org.jspecify.annotations.NullMarked;
