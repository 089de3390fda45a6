/** The byte format of a journal's files: segments of chained records and the head that remembers how far they reach. */
@NullMarked
package org.portcullis.journal.adapter.file;

import org.jspecify.annotations.NullMarked;
