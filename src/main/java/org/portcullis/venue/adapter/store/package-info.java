/** Ledgers of the gateway and the paper venue in hash-chained files. */
@NullMarked
package org.portcullis.venue.adapter.store;

import org.jspecify.annotations.NullMarked;
