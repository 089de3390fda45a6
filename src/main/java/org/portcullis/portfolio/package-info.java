/**
 * Fills, positions, cash, fees and realised profit, each re-derivable from the fill ledger. May import the rooms left
 * of it.
 */
@NullMarked
package org.portcullis.portfolio;

import org.jspecify.annotations.NullMarked;
