/** Figures read from what the rooms keep. */
@NullMarked
package org.portcullis.operations.adapter.store;

import org.jspecify.annotations.NullMarked;
