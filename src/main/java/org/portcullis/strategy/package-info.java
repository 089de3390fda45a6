/**
 * Strategy packs form proposals from features. Reaches neither a venue nor a clock. May import kernel, engine,
 * journal, market, signal.
 */
@NullMarked
package org.portcullis.strategy;

import org.jspecify.annotations.NullMarked;
