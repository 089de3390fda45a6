/** Models and their cards, in files. */
@NullMarked
package org.portcullis.research.adapter.store;

import org.jspecify.annotations.NullMarked;
