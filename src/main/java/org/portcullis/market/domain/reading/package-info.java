/** The catalogue of indicators, and those of it that are computed for an instrument. Imports the market's own words. */
@NullMarked
package org.portcullis.market.domain.reading;

import org.jspecify.annotations.NullMarked;
