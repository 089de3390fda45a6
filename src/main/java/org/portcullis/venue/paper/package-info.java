/**
 * The paper venue: fills our orders from replayed or live bars, keeps its own durable ledger, and is "the venue's
 * truth" that checkers compare with. Money is fixed point.
 */
@NullMarked
package org.portcullis.venue.paper;

import org.jspecify.annotations.NullMarked;
