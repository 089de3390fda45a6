/**
 * What came after proposals: moves over horizons, barriers, and the same of all bars. Pure arithmetic; may import
 * {@code kernel} and words of the rooms left of research.
 */
@NullMarked
package org.portcullis.research.domain.signals;

import org.jspecify.annotations.NullMarked;
