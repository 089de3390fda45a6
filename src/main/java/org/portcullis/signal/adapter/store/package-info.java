/** Keeps signals in PostgreSQL and reads the mapping files. */
@NullMarked
package org.portcullis.signal.adapter.store;

import org.jspecify.annotations.NullMarked;
