/** What the journal needs from files and from the database; nothing here crosses rooms. */
@NullMarked
package org.portcullis.journal.adapter;

import org.jspecify.annotations.NullMarked;
