/** Measures and limits of the breakers, as tripping and judging rules see them. Pure. */
@NullMarked
package org.portcullis.risk.domain.breaker;

import org.jspecify.annotations.NullMarked;
