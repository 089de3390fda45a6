/**
 * Making and judging models: triple-barrier labels, purged walks forward, what probabilities are worth (S1-32, B-S9).
 */
@NullMarked
package org.portcullis.research.domain.training;

import org.jspecify.annotations.NullMarked;
