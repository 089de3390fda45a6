/** The audit trail in PostgreSQL, its verification, and the anchors that tie it to the journal's files. */
@NullMarked
package org.portcullis.journal.adapter.store;

import org.jspecify.annotations.NullMarked;
