/** What the market did: instruments, bars, guards against bad input, indicators, features. Knows neither money nor orders. May import kernel, engine, journal. */
@NullMarked
package org.portcullis.market;

import org.jspecify.annotations.NullMarked;
