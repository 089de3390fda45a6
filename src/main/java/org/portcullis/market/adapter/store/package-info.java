/** Reads and writes the market room's files: bars as CSV, instruments as YAML. */
@NullMarked
package org.portcullis.market.adapter.store;

import org.jspecify.annotations.NullMarked;
