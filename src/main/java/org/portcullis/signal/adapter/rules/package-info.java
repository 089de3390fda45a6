/** Asks the intake rules. */
@NullMarked
package org.portcullis.signal.adapter.rules;

import org.jspecify.annotations.NullMarked;
