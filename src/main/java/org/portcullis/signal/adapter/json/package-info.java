/** Reads JSON bodies. */
@NullMarked
package org.portcullis.signal.adapter.json;

import org.jspecify.annotations.NullMarked;
