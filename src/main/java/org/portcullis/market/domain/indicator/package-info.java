/**
 * Indicators over bars, each in constant time per bar and without memory allocated. Import {@code java} only: they know
 * neither bars nor instruments.
 */
@NullMarked
package org.portcullis.market.domain.indicator;

import org.jspecify.annotations.NullMarked;
